/** Acts that newswire tells by a verb of little meaning and a noun, by an order, a pronoun, a participle, or past an aside. */
import { describe, it } from 'vitest'
import { expectTold, type Row } from './told.ts'

const ROWS: Record<string, Row[]> = {
  'readiness and promises': [
    ['أكدت كينيا جاهزيتها لنشر الكتيبة.', 'AGREE happened: كينيا →', 'MOBILIZE planned: كينيا →'],
    ['عبرت كينيا عن استعدادها التام.', 'AGREE happened: كينيا →'],
    ['وعدت السويد بتمويل المستشفى.', 'AGREE happened: السويد →', 'AID planned: السويد →'],
    ['أعطت كينيا الضوء الأخضر لبناء السد.', 'AGREE happened: كينيا →'],
    ['عرضت النرويج تدريب الحراس.', 'AGREE happened: النرويج →'],
    ['لن تقبل كينيا أي تسوية.', 'REJECT happened: كينيا →'],
    ['لن تسمح غانا باستخدام أراضيها.', 'REJECT happened: غانا →'],
    ['لم تسمح غانا باستخدام أراضيها.', 'CONCEDE denied: غانا →'],
  ],
  'talks and visits': [
    ['أدى الرئيس الكيني زيارة إلى زامبيا.', 'CONSULT happened: الرئيس الكيني → زامبيا'],
    ['أوفدت غانا خبيرين إلى زامبيا.', 'CONSULT happened: غانا → زامبيا'],
    ['لم تشارك غانا في أي مائدة مستديرة.', 'CONSULT denied: غانا →'],
    ['المذكرة التي وجهتها غانا إلى زامبيا.', 'CONSULT happened: غانا → زامبيا'],
    ['أقنعت قطر زامبيا بالعودة إلى المفاوضات.', 'CONSULT happened: قطر → زامبيا'],
  ],
  'praise, worry and regret in a noun with its pronoun': [
    ['أعربت غانا عن قلقها إزاء القرار.', 'ACCUSE happened: غانا →'],
    ['عبرت غانا عن دعمها لزامبيا.', 'SUPPORT happened: غانا → زامبيا'],
    ['أعربت غانا عن أسفها للحادث.', 'CONCEDE happened: غانا →'],
    ['أعرب الرئيس الكيني عن أسف بلاده للحادثة.', 'CONCEDE happened: الرئيس الكيني →'],
    ['اعتبرت زامبيا الخطوة انتهاكا لسيادتها.', 'ACCUSE happened: زامبيا →'],
    ['وصفت كينيا الاجتماع بالتاريخي.', 'SUPPORT happened: كينيا →'],
  ],
  'orders and what is ordered': [
    ['أمر الرئيس الكيني بإرسال كتيبتين إلى لامو.', 'MOBILIZE planned: الرئيس الكيني →'],
    ['وجه الرئيس الكيني بإرسال مساعدات إلى زامبيا.', 'AID planned: الرئيس الكيني → زامبيا'],
    ['طالبت غانا بإرسال مساعدات إلى زامبيا.', 'REQUEST happened: غانا →', 'AID demanded: → زامبيا'],
    ['أمر القاضي الكيني سليم الحداد بحبس ثمانية موظفين.', 'COERCE happened: سليم الحداد → موظفون'],
    ['أوصت غانا بفرض عقوبات.', 'REQUEST happened: غانا →', 'SANCTION demanded: غانا →'],
  ],
  'phrases past an aside, a second verb or a time': [
    ['حملت غانا، على لسان وزير خارجيتها، زامبيا مسؤولية التأخير.', 'ACCUSE happened: غانا → زامبيا'],
    ['جمدت أو علقت غانا مشاركتها في اللجنة.', 'SANCTION happened: غانا →'],
    ['أقرت زامبيا، الأسبوع الماضي، بعد جلسة طويلة ترأسها رئيسها، مشروع القانون.', 'AGREE happened: زامبيا →'],
  ],
  'nouns before their verb': [
    ['طلب الخاطفون فدية كبيرة، لكن غانا نفت دفعها.', 'REQUEST happened: الخاطفون →', 'CONCEDE denied: غانا →'],
    ['وهو اقتراح رفضته غانا.', 'REJECT happened: غانا →'],
  ],
  'a past right behind its subject': [
    ['وأوضح أن رئيس الوزراء الكيني طلب من زامبيا التأجيل.', 'REQUEST happened: رئيس الوزراء الكيني → زامبيا'],
    ['ولم تمض ساعة حتى طلبت غانا الهدنة.', 'REQUEST happened: غانا →'],
  ],
  'what protesters call for': [
    [
      'اعتصم عشرات المعلمين في لوساكا مطالبين بإقالة الوزير.',
      'PROTEST happened: المعلمين →',
      'REQUEST happened: المعلمين →',
    ],
  ],
  'refusals and annulments': [
    ['ألغت اللجنة الزامبية نتائج الاقتراع.', 'REJECT happened: اللجنة الزامبية →'],
    ['سيستأنف المحامي الكيني سليم الحداد الحكم.', 'REJECT planned: سليم الحداد →'],
    ['لم تغلق غانا باب الحوار.', 'REJECT denied: غانا →'],
    ['قللت غانا من شأن التقرير.', 'REJECT happened: غانا →'],
    ['تغيبت غانا عن القمة.', 'REJECT happened: غانا →'],
    ['انسحبت غانا من الاتفاقية.', 'SANCTION happened: غانا →'],
  ],
  'what is withheld or taken away': [
    ['جمدت السويد نصف مساعداتها لزامبيا.', 'SANCTION happened: السويد → زامبيا'],
    ['علق الصليب الأحمر توزيع الحصص.', 'SANCTION happened: الصليب الأحمر →'],
    ['أحال الرئيس الكيني قائد الجيش على التقاعد.', 'SANCTION happened: الرئيس الكيني → قائد الجيش'],
    ['ألزمت المحكمة العليا الكينية سليم الحداد بدفع تعويض.', 'SANCTION happened: المحكمة العليا الكينية → سليم الحداد'],
    ['صادرت الشرطة الكينية شاحنتين.', 'COERCE happened: الشرطة الكينية →'],
    ['نهب مسلحون مقر الصليب الأحمر.', 'COERCE happened: مسلحون → الصليب الأحمر'],
  ],
  'troops that set out': [
    ['انطلقت قوة من الجيش الكيني إلى الحدود.', 'MOBILIZE happened: الجيش الكيني →'],
    ['توجهت تعزيزات من الجيش الكيني نحو لامو.', 'MOBILIZE happened: الجيش الكيني →'],
    ['وصلت تعزيزات من الجيش الكيني إلى لامو.', 'MOBILIZE happened: الجيش الكيني →'],
    ['أرسلت كينيا 600 من مقاتليها إلى لامو.', 'MOBILIZE happened: كينيا →'],
  ],
  'attacks in few words': [
    ['أطلقت حركة الشباب ثلاثة مقذوفات على لامو.', 'ASSAULT happened: حركة الشباب → لامو'],
    ['أحرق مسلحون ثلاث قرى قرب لامو.', 'ASSAULT happened: مسلحون → @ لامو'],
    ['نفت كينيا إصابة أحد رجال الشرطة.', 'ASSAULT denied: كينيا → رجال الشرطة'],
    ['سقطت كيسمايو في قبضة حركة الشباب.', 'ASSAULT happened: → كيسمايو'],
  ],
  'plans, denials and demands around an act': [
    ['لم يستبعد مصدر كيني، تحدث من نيروبي، أن ترعى غانا لقاء جديدا.', 'CONSULT hypothetical: غانا →'],
    ['أكد الرئيس الكيني أن القمة المقبلة مع غانا مهمة.', 'CONSULT planned: → غانا'],
    [
      'وصلت غانا إلى اجتماع وزراء الدفاع المقرر عقده في أكرا.',
      'CONSULT planned: وزراء الدفاع →',
      'CONSULT happened: غانا → وزراء الدفاع',
    ],
    ['اتهمت غانا زامبيا بالتجسس، وهو ما نفته زامبيا.', 'ACCUSE happened: غانا → زامبيا', 'REJECT happened: زامبيا →'],
  ],
  'who does it stands inside the phrase': [
    ['تحدثت تقارير عن نشر إثيوبيا منظومات دفاع جوي.', 'MOBILIZE happened: إثيوبيا →'],
    ['اعترضت فرقاطة يونانية تعمل ضمن المهمة سفينة شحن.', 'COERCE happened: اليونان →'],
    ['تعرضت الحامية صباح أمس لقصف بالهاون.', 'ASSAULT happened: →'],
    ['وهو عرض قبله السودان.', 'AGREE happened: السودان →'],
  ],
  'verdicts, releases and pardons': [
    ['أصدر الرئيس الكيني عفوا رئاسيا عن السجناء.', 'CONCEDE happened: الرئيس الكيني → السجناء'],
    ['خضع سليم الحداد للتحقيق.', 'ACCUSE happened: → سليم الحداد'],
    ['غادر سليم الحداد السجن.', 'RETREAT happened: → سليم الحداد'],
    ['أيدت محكمة الاستئناف الكينية الحكم على سليم الحداد.', 'SANCTION happened: محكمة الاستئناف الكينية → سليم الحداد'],
    ['أعلن الوزير سليم الحداد استقالته.', 'RETREAT happened: سليم الحداد →'],
  ],
  'crowds, barriers and closures': [
    ['خرج آلاف المعلمين إلى الشوارع في لوساكا.', 'PROTEST happened: المعلمون →'],
    ['نصب مسلحون حاجزا قرب لامو.', 'MOBILIZE happened: مسلحون →'],
    ['أغلقت الشرطة الكينية مقر الصحيفة.', 'COERCE happened: الشرطة الكينية →'],
  ],
  'what an initiative or talks met or led to': [
    ['لاقت المبادرة ترحيبا من غانا.', 'SUPPORT happened: غانا →'],
    ['أفضت المباحثات إلى اتفاق بين غانا وزامبيا.', 'AGREE happened: غانا → زامبيا'],
  ],
  'verbs spelled like a preposition': [
    ['عبّر الرئيس الكيني عن امتنانه لما تقدمه السويد لبلاده.', 'SUPPORT happened: الرئيس الكيني → السويد'],
    ['كما عبر الرئيس الكيني عن قلقه إزاء القرار.', 'ACCUSE happened: الرئيس الكيني →'],
    ['وعبر الحدود مع مالي مهاجرون، وكشف المتحدث عن خطة.'],
  ],
  'whom an attack left dead': [
    ['أوقع الهجوم ستة قتلى.', 'ASSAULT happened: → قتلى'],
    ['وخلف القصف الكيني عشرين قتيلا.', 'ASSAULT happened: كينيا → قتلى'],
    ['أسفر الهجوم عن عشرين قتيلا.', 'ASSAULT happened: → قتلى'],
    ['هاجم جرحى مقر الشرطة.', 'ASSAULT happened: جرحى → الشرطة'],
    ['خلفت الفيضانات عشرة قتلى.'],
  ],
  'what one takes a stand on': [
    ['جددت غانا إدانتها للهجوم على لامو.', 'ACCUSE happened: غانا →', 'ASSAULT happened: → لامو'],
    ['أعلنت غانا رفضها القاطع للعدوان.', 'REJECT happened: غانا →'],
  ],
  'relief, visits that end and warrants': [
    ['صرفت السويد للمعلمين إعانة عاجلة.', 'AID happened: السويد → المعلمون'],
    ['قطع الرئيس الكيني زيارته إلى زامبيا.', 'CONSULT happened: الرئيس الكيني → زامبيا'],
    ['تسعى غانا إلى جمع الطرفين في أكرا مطلع أبريل.', 'CONSULT planned: غانا →'],
    ['أذنت النيابة العامة بالاحتفاظ بسليم الحداد.', 'COERCE happened: النيابة العامة → سليم الحداد'],
    ['أصدرت النيابة العامة بطاقة إيداع بالسجن ضد سليم الحداد.', 'COERCE happened: النيابة العامة → سليم الحداد'],
  ],
  'what only sounds like it': [
    ['أعلن الفنان سليم الحداد عن ألبوم جديد.'],
    ['عثرت الشرطة على محفظة.'],
    ['يقع المسجد في زقاق قرب شارع النيل.'],
    ['حصلت غانا على 13 صوتا.'],
    ['تشمل القائمة 25 دولة.'],
    ['انطلقت البطولة يوم الثلاثاء بمشاركة 1400 رياضي.'],
    ['رصدت اللجنة تحويلات بلغت مليونين.'],
    ['حققت غانا فائضا مع زامبيا.'],
    ['زار ابنه المدينة.'],
  ],
}

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_, row) => expectTold(row))
})
