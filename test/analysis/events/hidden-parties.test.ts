/** Who takes part where the order of words hides it: behind the act that a verb is about, in apposition, in clauses without a relative, behind nouns that name nobody. */
import { describe, it } from 'vitest'
import { expectTold, type Row } from './told.ts'

const ROWS: Record<string, Row[]> = {
  'who stands behind an act takes part in it, and not in what the verb tells': [
    [
      'أعلن الوزير أن الحكومة ستقدم بالتعاون مع اليونيسف مشروعا إلى البرلمان.',
      'REQUEST planned: الحكومة → البرلمان',
      'COOPERATE happened: الحكومة → اليونيسف',
    ],
    [
      'اتهم الرئيس اللبناني الولايات المتحدة بإعطاء فرصة لإسرائيل.',
      'ACCUSE happened: الرئيس اللبناني → الولايات المتحدة',
    ],
    ['اتهمت باماكو أبيدجان بالتجسس لمصلحة باريس.', 'ACCUSE happened: باماكو → أبيدجان'],
    ['يزور الوزير الياباني المنطقة لخفض التوتر بين إيران والسعودية.', 'CONSULT happened: الوزير الياباني →'],
    [
      'أمرت المحكمة العسكرية التركية بالإفراج عن النائب عمر كوران.',
      'RETREAT happened: المحكمة العسكرية التركية → عمر كوران',
    ],
  ],
  'clauses that say something of the noun before them': [
    ['تضررت القرية في هجوم شنه فصيل جبهة الإنقاذ الإريترية.', 'ASSAULT happened: جبهة الإنقاذ الإريترية →'],
    ['مؤتمر دولي دعت إليه فرنسا.', 'CONSULT happened: فرنسا →', 'REQUEST happened: فرنسا →'],
    ['القناصة الذين اعتلوا سقوف المنازل وباشروا إطلاق النار على السكان فروا.', 'ASSAULT happened: القناصة →'],
  ],
  'who lay in wait, who acts beside others, who goes on': [
    ['قُتل سبعة من عناصر الشرطة المالية في كمين نصبه مسلحون.', 'ASSAULT happened: مسلحون → عناصر الشرطة المالية'],
    [
      'فككت الشرطة الإسبانية، بالتنسيق مع يوروبول، خلية في مليلية.',
      'COERCE happened: الشرطة الإسبانية →',
      'COOPERATE happened: الشرطة الإسبانية → يوروبول',
    ],
    ['استقبل حاكم الإقليم آدم موسى، الذي وعد بالتعاون، لكنه رفض سحب قواته.', 'REJECT happened: آدم موسى →'],
    ['هاجمت جبهة النصرة البلدة قبل أن تصل تعزيزات وتجبرهم على الانسحاب.', 'ASSAULT happened: جبهة النصرة →'],
    [
      'سمعت إريتريا التحذير واستدعت جنود الاحتياط وأغلقت المعبر.',
      'MOBILIZE happened: إريتريا →',
      'COERCE happened: إريتريا →',
    ],
    [
      'ودعا الجنرال موسى كامارا، رئيس المجلس العسكري الحاكم، سكان المنطقة إلى الهدوء.',
      'REQUEST happened: موسى كامارا → سكان المنطقة',
    ],
  ],
  'two who are meant together, one who is meant alone': [
    [
      'شهدت العلاقات بين الجزائر وفرنسا توترا. وقال رئيس مجلس النواب سالم حمدان إن علاقات البلدين مهمة، واستأنف الجانبان المحادثات الأمنية.',
      'CONSULT happened: الجزائر، فرنسا →',
    ],
    [
      'قال وزير الإعلام سالم حمدان إن المهاجمين فروا، متهما السودان بمساندتهم.',
      'ACCUSE happened: سالم حمدان → السودان',
      'SUPPORT happened: السودان → المهاجمين',
    ],
    ['من حق مصر أن ترفض الاتفاق مع إثيوبيا.', 'REJECT happened: مصر → إثيوبيا', 'AGREE hypothetical: مصر → إثيوبيا'],
    [
      'أفرجت النيابة عن ثلاثة من الناشطين وأوقفت الشرطة عشرات منهم.',
      'RETREAT happened: النيابة → الناشطين',
      'COERCE happened: الشرطة → الناشطين',
    ],
    [
      'قال وزير الخارجية الكويتي فهد العلي إن بلاده ترفض المقترح الإيراني، وتدعو السعودية إلى الحوار.',
      'REJECT happened: الكويت → إيران',
      'REQUEST happened: الكويت → السعودية',
    ],
    ['وألقت مباحث الأموال القبض على ثلاثة موظفين.', 'COERCE happened: مباحث الأموال → موظفين'],
  ],
  'pronouns joined to a verb or a noun': [
    ['قتله المتطرف سالم الدوسري أمام منزله.', 'ASSAULT happened: سالم الدوسري →'],
    ['اعتبر الزعيم المعارض سالم حمدان أن محاكمته غير شرعية.', 'ACCUSE happened: → سالم حمدان'],
  ],
  'subjects that name nobody': [
    ['ذكرت الوكالة أن طائرة تابعة للجيش الإثيوبي قصفت مدينة مقديشو.', 'ASSAULT happened: الجيش الإثيوبي → مقديشو'],
    ['أضاف المصدر أن قوة عسكرية اقتحمت فجر أمس بلدة جنين.', 'ASSAULT happened: → جنين'],
    ['هاجمت بلدة سنجار وقتلت ثلاثة مدنيين.', 'ASSAULT happened: → سنجار', 'ASSAULT happened: → مدنيين'],
    ['قالت الناطقة باسم الوزارة إن تركيا ستسحب قواتها من سوريا.', 'RETREAT planned: تركيا → سوريا'],
  ],
  'passives that only their surroundings tell': [
    [
      'الجنود الأوكرانيون الذين قتلوا في مواجهات مع الجيش الروسي دفنوا أمس.',
      'ASSAULT happened: الجيش الروسي → الجنود الأوكرانيون',
    ],
  ],
}

for (const [heading, rows] of Object.entries(ROWS))
  describe(heading, () => {
    for (const row of rows) it(row[0], () => expectTold(row))
  })
