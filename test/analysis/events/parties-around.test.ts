/** Who takes part where asides, relative clauses, quantities, other nouns or other acts stand between him and what he does. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'
import { expectTold, type Row } from './told.ts'

const ROWS: Record<string, Row[]> = {
  'doers behind asides': [
    ['خُطف أربعة أطباء، بينهم كنديان، مساء الأحد، على يد مسلحين قرب بلدة بوني.', 'ASSAULT happened: مسلحين → أطباء'],
    ['اعتقل ثلاثة صحفيين، أحدهم أجنبي، من قبل الشرطة الكينية.', 'COERCE happened: الشرطة الكينية → صحفيين'],
    ['أوقف خمسة مهربين، في ساعة متأخرة، من قبل الجيش الجزائري.', 'COERCE happened: الجيش الجزائري → مهربين'],
    ['اختطاف سائحين، أحدهما مسن، على أيدي مسلحين أثار الهلع.', 'ASSAULT happened: مسلحين → سائحين'],
  ],
  'who makes a plan does what it is made of': [
    ['أعدت كندا مخططا يقوم على تدريب شرطة هايتي.', 'AID happened: كندا → شرطة هايتي'],
  ],
  'what a verb governs behind an aside with a verb of its own': [
    [
      'أطاح الرئيس الكيني وليام روتو، في بيان بثته الإذاعة، بوزير الدفاع سليمان كيبكوش.',
      'SANCTION happened: وليام روتو → سليمان كيبكوش',
    ],
  ],
  'the object behind an aside with a verb of its own, or that an adjective opens': [
    [
      'اتهم وزير الخارجية الكيني، في مؤتمر صحفي عقده أمس، حركة الشباب بنهب القوافل.',
      'ACCUSE happened: وزير الخارجية الكيني → حركة الشباب',
      'COERCE happened: حركة الشباب →',
    ],
    [
      'اتهم الجيش الإثيوبي، المتحالف مع إريتريا، حركة الشباب بنصب الكمين.',
      'ACCUSE happened: الجيش الإثيوبي → حركة الشباب',
    ],
  ],
  'those who fell in an attack are whom it hit': [
    [
      'قُتل ثلاثة رعاة وجُرح صيادان في هجوم شنه مسلحون غربي النيجر.',
      'ASSAULT happened: مسلحون → رعاة، صيادان',
      'ASSAULT happened: مسلحون → صيادان',
    ],
  ],
  'who is only named with what is asked for is not asked': [
    [
      'طالبت كينيا بانسحاب رواندا من بوروندي.',
      'REQUEST happened: كينيا → رواندا',
      'RETREAT demanded: رواندا → بوروندي',
    ],
    ['طالبت كينيا بتعويض المزارعين.', 'REQUEST happened: كينيا →', 'CONCEDE demanded: → المزارعين'],
    [
      'أصدرت كينيا بيانا، موصية الأمم المتحدة بإدراج خمسة أشخاص في القائمة.',
      'REQUEST happened: كينيا → الأمم المتحدة',
      'SANCTION demanded: الأمم المتحدة → أشخاص',
    ],
    ['دعت الأمم المتحدة إلى الإفراج عن الصيادين.', 'REQUEST happened: الأمم المتحدة →', 'RETREAT demanded: → الصيادين'],
  ],
  'towns that are only where it was': [
    ['أوفدت كينيا خبيرين إلى مومباسا.', 'CONSULT happened: كينيا → @ مومباسا'],
    [
      'اتفق وزير النقل الكيني مع نظيره الأوغندي على إصلاح الطريق الرابط بين مومباسا وكيسومو.',
      'AGREE happened: وزير النقل الكيني → أوغندا',
    ],
  ],
  'who holds others is not let go': [
    [
      'احتُجز ثلاثة صيادين على يد مسلحين قبل أن يُفرج عنهم.',
      'COERCE happened: مسلحين → صيادين',
      'RETREAT happened: → صيادين',
    ],
  ],
  'a verb behind the sign of the future is no past': [
    ['أعلن الوزير أن إيطاليا ستسلم كينيا خمسة زوارق دورية.', 'AID planned: إيطاليا → كينيا'],
    [
      'أعلن وزير الداخلية الإيطالي ماتيو رينالدي أن بلاده ستسلم كينيا خمسة زوارق دورية.',
      'AID planned: إيطاليا → كينيا',
    ],
  ],
  'behind a preposition the subject of a verb that takes no object': [
    ['تظاهر أمام البرلمان مئات الطلاب.', 'PROTEST happened: الطلاب →'],
    ['احتج على الزيادة عشرات المزارعين.', 'PROTEST happened: المزارعين →'],
    ['واعتصم في وسط المدينة آلاف المعلمين.', 'PROTEST happened: المعلمين →'],
    [
      'أقرت الحكومة المغربية الخطة، واعترض على المشروع خمسة نواب.',
      'AGREE happened: المغرب →',
      'REJECT happened: نواب →',
    ],
  ],
  'people in construct with a quantity': [
    ['تظاهر عشرات النازحين في كسلا.', 'PROTEST happened: النازحين → @ كسلا'],
    ['أضرب مئات العمال البنغاليين في المصنع.', 'PROTEST happened: العمال البنغاليين →'],
    ['اعتصم عشرات من أهالي المفقودين أمام الوزارة.', 'PROTEST happened: أهالي المفقودين →'],
    ['هاجم عشرات المستوطنين قرية بورين.', 'ASSAULT happened: المستوطنين → بورين'],
  ],
  'the pronoun of a relative clause may mean another': [
    ['سُلّم الأسرى إلى تركيا، التي أعادتهم إلى كابول.', 'RETREAT happened: تركيا → الأسرى'],
    ['نُقل المحتجزون إلى رواندا التي أفرجت عنهم.', 'RETREAT happened: رواندا → المحتجزون'],
  ],
  'a name joined by «و» to what stood before its sentence': [
    ['توقف ضخ الماء. وتونس تطالب ليبيا بالتعويض.', 'REQUEST happened: تونس → ليبيا'],
    ['والكويت ترفض المقترح الإيراني.', 'REJECT happened: الكويت → إيران'],
  ],
  'another name in marks': [
    ['دعت جماعة الحوثي (أنصار الله) الأمم المتحدة إلى التدخل.', 'REQUEST happened: أنصار الله → الأمم المتحدة'],
    ['دعت الهيئة الحكومية للتنمية «إيغاد» قادة الجيش إلى الحوار.', 'REQUEST happened: إيغاد → قادة الجيش'],
  ],
  'a relative clause between commas governs nothing behind it': [
    [
      'سارعت حركة النهضة، التي يرأسها راشد الغنوشي، إلى اتهام وزارة الداخلية بالتقصير.',
      'ACCUSE happened: حركة النهضة → وزارة الداخلية',
    ],
    [
      'عمدت شركة النفط، التي يملكها رجل الأعمال حسن الطاهر، إلى تسريح العمال.',
      'SANCTION happened: شركة النفط → العمال',
    ],
  ],
  'a participle speaks of a body, and of no people in the plural': [
    [
      'فرّقت الشرطة الكينية المحتجين الذين تجمعوا في كيسومو، مستخدمة الرصاص المطاطي.',
      'COERCE happened: الشرطة الكينية → المحتجين',
      'ASSAULT happened: الشرطة الكينية →',
    ],
  ],
  'who is suspected of a part in an act': [
    [
      'أوقفت الشرطة الإسبانية ثلاثة شبان لتورطهم في خطف سائح.',
      'COERCE happened: الشرطة الإسبانية → شبان',
      'ASSAULT happened: شبان → سائح',
    ],
  ],
  'whoever speaks of a death did not bring it about': [
    ['أعلن الجيش الكيني مقتل ثلاثة من جنوده في لامو.', 'ASSAULT happened: → ثلاثة من جنوده'],
    ['نعت حركة الجهاد الإسلامي مقتل قائدها في رفح.', 'ASSAULT happened: →'],
    ['تبنت حركة الشباب مقتل الجنود.', 'ASSAULT happened: حركة الشباب → الجنود'],
  ],
  'counted people whom only their adjective names': [
    ['مقتل خمسة منقبين نيجريين على الحدود.', 'ASSAULT happened: → منقبون نيجريون'],
    ['مقتل ثلاثة رعاة سودانيين برصاص دورية تشادية.', 'ASSAULT happened: دورية تشادية → رعاة سودانيين'],
    ['مقتل أربعة من عناصر الشرطة في كمين.', 'ASSAULT happened: → عناصر الشرطة'],
  ],
  'who is under what a noun tells': [
    ['بات الرئيس محمد بازوم رهن الاحتجاز.', 'COERCE happened: → محمد بازوم'],
    ['وضعت السلطات الكينية رايلا أودينغا قيد الإقامة الجبرية.', 'COERCE happened: السلطات الكينية → رايلا أودينغا'],
  ],
  'two between whom a fight or talk takes place': [
    [
      'قال الناطق إن اشتباكات بالمدفعية اندلعت ليل الأحد بين الجيش السوداني وقوات الدعم السريع.',
      'ASSAULT happened: الجيش السوداني → قوات الدعم السريع',
    ],
    [
      'أجلت المنظمة موظفيها خوفا من معارك دارت في كيدال بين الجيش المالي وجبهة تحرير أزواد.',
      'ASSAULT happened: الجيش المالي → جبهة تحرير أزواد',
    ],
    [
      'صدر البلاغ عقب مباحثات جمعت في الرباط ناصر بوريطة بنظيره الإسباني خوسيه مانويل ألباريس.',
      'CONSULT happened: ناصر بوريطة → خوسيه مانويل ألباريس',
    ],
    ['نشبت مواجهات بين شرطة تورونتو ومحتجين.', 'ASSAULT happened: شرطة تورونتو → محتجين'],
  ],
  'help behind «ب» is given by whoever stands in its construct': [
    [
      'هاجمت القوات الحكومية اليمنية مواقع الحوثيين بإسناد التحالف العربي.',
      'ASSAULT happened: القوات الحكومية اليمنية → الحوثيين',
      'AID happened: التحالف العربي → القوات الحكومية اليمنية',
    ],
  ],
  'an act joined to another has its doer': [
    [
      'قررت النقابة إلغاء الانتخابات بعد اقتحام مسلحين المقر وخطف الحارس.',
      'ASSAULT happened: مسلحين →',
      'ASSAULT happened: مسلحين → الحارس',
    ],
  ],
  'whom a noun of accusation is turned to did it': [
    [
      'واكتفت إثيوبيا باتهام جبهة تحرير تيغراي بقصف المخازن.',
      'ACCUSE happened: إثيوبيا → جبهة تحرير تيغراي',
      'ASSAULT happened: جبهة تحرير تيغراي →',
    ],
  ],
  'whom an aside parts from the rest of a phrase': [
    [
      'حمّلت حركة حماس، على لسان ناطقها سامي أبو زهري، إسرائيل مسؤولية قصف المستشفى.',
      'ACCUSE happened: حركة حماس → إسرائيل',
    ],
  ],
  'verbs behind «باتت», «كانت»': [
    [
      'أضاف التقرير أن حركة الشباب باتت تخطف الأطباء وتقتل المعلمين.',
      'ASSAULT happened: حركة الشباب → الأطباء',
      'ASSAULT happened: حركة الشباب → المعلمين',
    ],
    ['زعم الناطق أن ميليشيا الجنجويد كانت تهاجم القوافل.', 'ASSAULT happened: الجنجويد →'],
  ],
  '«some one» is the subject that follows a verb': [
    ['أقلعت الطائرة القطرية، ولم يخرج أحد إلى الشارع.'],
    [
      'أحبط حراس المصرف محاولة سرقة أصيب خلالها لصان، نُقل أحدهما إلى المستشفى.',
      'COERCE happened: حراس المصرف →',
      'AID happened: →',
    ],
  ],
  'a verb in the feminine goes on with no man': [
    [
      'شركة سونلغاز تنفي الخبر. وقال مدير الإعلام فريد منصور إن الشركة ليست طرفا، مضيفا أنها طلبت من وزارة الطاقة رخصة.',
      'REJECT happened: سونلغاز →',
      'REQUEST happened: سونلغاز → وزارة الطاقة',
    ],
  ],
  'whoever does what is condemned is condemned': [
    [
      'أدان القادة الهجمات التي تشنها حركة الشباب.',
      'ACCUSE happened: القادة → حركة الشباب',
      'ASSAULT happened: حركة الشباب →',
    ],
    [
      'نددت ماليزيا بالغارات التي شنتها إسرائيل على رفح.',
      'ACCUSE happened: ماليزيا → إسرائيل',
      'ASSAULT happened: إسرائيل → رفح',
    ],
    [
      'استنكرت كينيا قصف الجيش الإثيوبي مدينة ميكيلي.',
      'ACCUSE happened: كينيا → الجيش الإثيوبي',
      'ASSAULT happened: الجيش الإثيوبي → ميكيلي',
    ],
    ['رفضت النقابة توقيف الصحفي سليم الحداد.', 'REJECT happened: →'],
    ['أدانت كندا الهجوم على القافلة.', 'ACCUSE happened: كندا →'],
  ],
  'forces told by whose they are': [
    [
      'أرسلت جوبالاند 800 من مقاتليها إلى البلدة حيث اشتبكوا مع الجيش الكيني.',
      'MOBILIZE happened: جوبالاند →',
      'ASSAULT happened: جوبالاند → الجيش الكيني',
    ],
  ],
  'who is beside the subject is no object': [
    ['استدعت نيامي رفقة باماكو سفيرها لدى الجزائر.', 'SANCTION happened: نيامي → الجزائر'],
  ],
  'whom a pronoun on a verb means': [
    ['أكدت تونس في بيان للإذاعة الوطنية موقفها، ثم شكرتها مصر.', 'SUPPORT happened: مصر → تونس'],
  ],
  'what is welcomed again is a matter': [
    [
      'رحب الأمين العام للأمم المتحدة بالاتفاق، كما رحبت به بلجيكا.',
      'SUPPORT happened: الأمين العام للأمم المتحدة →',
      'SUPPORT happened: بلجيكا →',
    ],
    ['اعتبره مجلس الأمن رمزيا، في حين رحب به أنطونيو غوتيريش.', 'SUPPORT happened: أنطونيو غوتيريش →'],
  ],
  'a past of the fifth form before a subject of the masculine': [
    ['جددت غانا دعمها للمبادرة التي تقدم بها المغرب.', 'SUPPORT happened: غانا → المغرب'],
  ],
  'lists that a description interrupts': [
    [
      'فر السكان من معارك دارت قرب الجسر بين الجيش السوداني، المتمركز في الضاحية، وقوات الدعم السريع.',
      'ASSAULT happened: الجيش السوداني → قوات الدعم السريع',
    ],
  ],
  'quoted, and yet right behind the act': [
    [
      'سارعت النيجر إلى اتهام «أطراف أجنبية» بالتخريب.',
      'ACCUSE happened: النيجر → أطراف أجنبية',
      'PROTEST happened: أطراف أجنبية →',
    ],
  ],
  'verbs joined behind a subject that stands before them': [
    [
      'قال التقرير إن حركة الشباب باتت تخطف الأطباء وتهاجم السائقين.',
      'ASSAULT happened: حركة الشباب → الأطباء',
      'ASSAULT happened: حركة الشباب → السائقين',
    ],
  ],
  'what an attack led to': [
    ['أسفر الهجوم، بحسب مصدر طبي، عن مقتل ثلاثة من الحراس.', 'ASSAULT happened: → الحراس'],
    ['دوت انفجارات في المدينة، ما أدى إلى مقتل خمسة مدنيين.', 'ASSAULT happened: → مدنيين'],
  ],
  'two, and who they are': [
    [
      'رفض الطرفان، حكومة جنوب السودان وقوات الدعم السريع، تمديد الهدنة.',
      'REJECT happened: حكومة جنوب السودان، قوات الدعم السريع →',
    ],
    ['وقع الجانبان، الصين والبيرو، مذكرة تفاهم.', 'AGREE happened: الصين، البيرو →'],
  ],
  '«كلا من» is an object': [
    ['دعت فنلندا كلا من السودان وإثيوبيا إلى الحوار.', 'REQUEST happened: فنلندا → السودان، إثيوبيا'],
    ['حثت كندا كلا من هايتي وكوبا على التعاون.', 'REQUEST happened: كندا → هايتي، كوبا'],
  ],
  'who denies that he has done it': [['نفت إيطاليا أن تكون قد زودت ليبيا بأسلحة.', 'AID denied: إيطاليا → ليبيا']],
  'what somebody decides stands behind him': [
    ['أثار قرار هولندا طرد السفير الإيراني جدلا.', 'SANCTION happened: هولندا → السفير الإيراني'],
  ],
  'blamed, and nobody else named': [
    ['أدانت كينيا الهجوم وحملت الصومال المسؤولية.', 'ACCUSE happened: كينيا →', 'ACCUSE happened: كينيا → الصومال'],
  ],
  'what is condemned is not done by who condemns': [
    ['نددت غانا بالتخريب الذي تعرضت له المنشأة.', 'ACCUSE happened: غانا →'],
  ],
  'some of them': [
    [
      'أطلق الجيش الإيراني النار على مهاجرين أفغان، ما أدى إلى مقتل أربعة منهم.',
      'ASSAULT happened: الجيش الإيراني → مهاجرين أفغان',
      'ASSAULT happened: → مهاجرين أفغان',
    ],
  ],
  'planes of his country': [
    [
      'طردت بوليفيا القائم بالأعمال الإسرائيلي بعد أن قصفت طائرات بلاده مستشفى في رفح.',
      'SANCTION happened: بوليفيا → القائم بالأعمال الإسرائيلي',
      'ASSAULT happened: إسرائيل →',
    ],
  ],
  'a relative clause between a subject and its object': [
    [
      'طالب النواب، الذين اجتمعوا في قاعة مغلقة، وزير المالية بالاستقالة.',
      'REQUEST happened: النواب → وزير المالية',
      'CONSULT happened: النواب →',
    ],
  ],
  'in construct with what is supported or struck': [
    [
      'تعهد الرئيس الكيني بدعم جهود الأمم المتحدة في هايتي.',
      'AGREE happened: الرئيس الكيني →',
      'SUPPORT planned: الرئيس الكيني → الأمم المتحدة',
    ],
  ],
  'what an event ends with': [['استضافت فنلندا قمة انتهت بتوقيع إعلان مشترك.', 'CONSULT happened: فنلندا →']],
  'help told behind «بإسناد من»': [
    [
      'دمّرت القوات الإثيوبية، بإسناد من الطيران الإريتري، مواقع لجبهة تحرير أورومو.',
      'ASSAULT happened: القوات الإثيوبية → جبهة تحرير أورومو',
      'AID happened: الطيران الإريتري → القوات الإثيوبية',
    ],
  ],
  'nobody does what another is said to plan': [['قالت الشرطة الكينية إنها راقبت رجلا كان يخطط لمهاجمة كنيس.']],
  'who mediates between whom': [
    [
      'تولى أولوسيغون أوباسانجو الوساطة بين إثيوبيا وجبهة تحرير تيغراي.',
      'CONSULT happened: أولوسيغون أوباسانجو → إثيوبيا، جبهة تحرير تيغراي',
    ],
  ],
  'how much a gift is says nothing of whose it is': [['أكد الوزير الكيني سالم موسى أن هبة قيمتها مليون دولار وصلت.']],
  'another clause behind a comma has no subject for the verb before': [
    ['الاقتراح لم تقبله كينيا ولم ترفضه، في حين حذر تقرير لخبراء الأمم المتحدة من الجفاف.', 'REJECT denied: كينيا →'],
  ],
  'what somebody is asked for is no verb': [
    ['طلبت الشركة من النائب العام فتح تحقيق.', 'REQUEST happened: → النائب العام'],
  ],
  'whose it is that is hit': [
    ['أغارت طائرات مجهولة على رتل لهيئة تحرير الشام.', 'ASSAULT happened: → هيئة تحرير الشام'],
    ['شن مسلحون هجوما على قاعدة للجيش الكيني.', 'ASSAULT happened: مسلحون → الجيش الكيني'],
    ['أعلن عن هجوم على مخزن لليونيسف في أبيي.', 'ASSAULT happened: → اليونيسف @ أبيي'],
  ],
  'one of a force, and nobody whom he would have killed': [
    ['قتل جندي من قوات اليونيفيل في انفجار عبوة.', 'ASSAULT happened: → قوات اليونيفيل'],
    ['جرح شرطي من الدرك الملكي قرب وجدة.', 'ASSAULT happened: → الدرك الملكي'],
  ],
  'a group in the feminine': [
    ['أمهلت المجموعة الاقتصادية قادة الانقلاب أسبوعا.', 'THREATEN happened: المجموعة الاقتصادية → قادة الانقلاب'],
  ],
  'who put a draft forward': [
    ['استخدمت روسيا حق النقض ضد مشروع قرار قدمته اليابان.', 'REJECT happened: روسيا → اليابان'],
  ],
  'shot by whom': [
    [
      'سقط عشرة عمال، قتلوا برصاص مسلحين أطلقوا النار على حافلة.',
      'ASSAULT happened: مسلحين → عمال',
      'ASSAULT happened: مسلحين →',
    ],
  ],
  'so many of somebody, and nobody whom they would have killed': [
    ['قتل ثلاثة من الشرطة الكينية في هجوم انتحاري.', 'ASSAULT happened: → الشرطة الكينية'],
  ],
  'nobody fights by telling of it': [['زعمت صحيفة معاريف أن القطاع على وشك خوض مواجهة مع إسرائيل.']],
  'whoever is hurt sets off no bomb': [['أصيب ضابطان بسقوط قذيفة وانفجار عبوة.', 'ASSAULT happened: → ضابطان']],
  'a masculine noun behind a verb in the feminine': [
    [
      'قالت الوزيرة الهولندية إنها عائدة من نيويورك حيث التقت فريق الأمم المتحدة.',
      'CONSULT happened: الوزيرة الهولندية → الأمم المتحدة',
    ],
  ],
  'the same preposition again': [
    ['كانت زيارة هوغو تشافيز لدمشق خطوة موجهة لواشنطن.', 'CONSULT happened: هوغو تشافيز → دمشق'],
  ],
  'said of the subject, and not of the name before': [
    [
      'انتقد النائب سالم حمدان الرئيس فوتشيتش متضامنا مع تركيا.',
      'ACCUSE happened: سالم حمدان → فوتشيتش',
      'SUPPORT happened: سالم حمدان → تركيا',
    ],
  ],
  'whom a verb befalls behind its preposition, before its subject': [
    ['انشق عن حركة حماس في الشهر نفسه جناح متشدد.', 'RETREAT happened: → حركة حماس'],
  ],
  'in construct with a definite noun stands nobody': [
    ['وقُتل في الهجوم حارس كيني.', 'ASSAULT happened: → حارس كيني'],
    ['أصيب في القصف ثلاثة أطباء.', 'ASSAULT happened: → أطباء'],
  ],
  'passives that name nobody': [['كان الثلاثة قد اختُطفوا في فبراير.', 'ASSAULT happened: →']],
  'a credit in brackets': [
    ['تعهد الرئيس اليمني بمحاربة الفساد خلال السنوات القادمة (رويترز).', 'AGREE happened: الرئيس اليمني →'],
  ],
}

for (const [heading, rows] of Object.entries(ROWS))
  describe(heading, () => {
    for (const row of rows) it(row[0], () => expectTold(row))
  })

it('who is accused does what he is accused of, whatever describes him', () => {
  const text = 'سارعت الحكومة الكينية إلى اتهام أطراف أجنبية لم تسمها بتمويل الهجوم.'
  const { events, entities } = analyze(text, { publishedAt: '2024-05-15' })
  const financing = events.find(({ type }) => type === 'AID')
  expect(financing?.agents.map((id) => entities.find((entity) => entity.id === id)?.name)).toEqual(['أطراف أجنبية'])
})
