/** The closed classes of Arabic: what holds a sentence together, and never names anybody. All folded. */
import { fold } from './fold.ts'

const set = (words: string) => new Set(words.trim().split(/\s+/).map(fold))

/** Free prepositions, and the adverbs that govern a noun as prepositions do. */
export const PREPOSITIONS = set(`
  في من الى إلى على عن مع بين ضد نحو حول خلال عبر لدى عند منذ حتى بعد قبل تحت فوق امام أمام وراء خلف دون بدون
  وسط داخل خارج قرب بجانب تجاه إزاء حيال بشأن بخصوص بسبب بفضل بواسطة رغم برغم سوى غير مثل شأن عدا باستثناء وفق وفقا حسب بحسب
  ضمن لصالح إثر عقب أثناء طوال مقابل بموجب نتيجة جراء بدل حسبما طبقا لأجل بغية بهدف عوض مذ تلو إبان صوب فور أسفل أعلى حوالي قبيل بعيد عشية غداة شمال جنوب شرق غرب شرقي غربي شمالي جنوبي
`)

/** «وفي», «وبعد», «فمن»: a preposition behind a joined conjunction, and the preposition. «وإلى» and «وعلى» are told from names by their last letter elsewhere. */
export const JOINED_PREPOSITIONS: ReadonlyMap<string, string> = new Map(
  [...PREPOSITIONS]
    .filter((word) => word !== 'الي' && word !== 'علي')
    .flatMap((word) => [`و${word}`, `ف${word}`].map((form) => [form, word] as const))
    // «فتحت» opened something far oftener than it stood under it.
    .filter(([form]) => form !== 'فتحت'),
)

/** Words after which a finite verb is negated. */
export const NEGATIONS = set('لم لن لا ما ليس ليست ليسوا لما')

/** Relative pronouns. */
export const RELATIVES = set('الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللائي')

/** Demonstratives. */
export const DEMONSTRATIVES = set('هذا هذه هذان هذين هاتان هاتين هؤلاء ذلك تلك أولئك ذاك')

/** Free pronouns. */
export const PRONOUNS = set('هو هي هم هن هما أنا نحن أنت أنتم إياه إياها إياهم')

/** Conjunctions and particles that open or join clauses. */
export const CONJUNCTIONS = set(`
  و ف ثم أو أم بل لكن لكنه لكنها لكنهم كما إذ إذا إذن حيث بينما فيما عندما حين حينما لما كلما ريثما بعدما قبلما طالما لأن لأنه لأنها لأنهم كي لكي أن إن أنه أنها إنه إنها أنهم إنهم
  بأن بأنه بأنها بأنهم كأن لعل ليت قد لقد سوف هل أما إما إلا لو لولا مما عما فيما بما ممن إنما أنما غير أي أيضا
  كذلك هكذا هنا هناك هنالك ثمة ربما سيما لاسيما خاصة خصوصا عموما مثلما ومن وهو وهي وهم وكان فقد فإن فإنه فإنها وقد وإن وأن ولقد وأنه وأنها وإنه وإنها
  بالإضافة إضافة فضلا علاوة ناهيك بالمقابل
`)

/** Quantifiers and other words that stand before a noun without naming anything. */
export const QUANTIFIERS = set(
  'كل جميع بعض معظم أغلب سائر كافة مختلف عدة عدد العديد كثير الكثير قليل أحد إحدى أي أية نفس ذات كلا كلتا أبرز أهم أكبر أكثر أقل أول آخر نحو قرابة زهاء حوالي أخرى آخرون آخرين أخر',
)

/** Verbs of being and becoming, and auxiliaries: finite verbs that tell no event. */
export const AUXILIARIES = set(`
  كان كانت كانوا يكون تكون يكونون ليكون لتكون سيكون ستكون تكن يكن أصبح أصبحت يصبح تصبح ظل ظلت يظل تظل صار صارت بات باتت يبات بقي بقيت يبقى تبقى مازال لازال زال زالت مازالت يزال تزال
  بدأ بدأت يبدأ تبدأ بدأوا أخذ أخذت شرع شرعت يشرع كاد كادت يكاد تكاد أوشك عاد عادت يعود تعود تم تمت يتم تتم جرى جرت يجري تجري سيتم ستتم سيجري ستجري
  يمكن يمكنه يجب ينبغي يستطيع تستطيع
`)

/** Verbs of intent that tell no event, but make a plan of the act behind them. */
export const INTENT_VERBS = set(
  'يعتزم تعتزم يعتزمون اعتزم اعتزمت ينوي تنوي ينوون نوى نوت يخطط تخطط يخططون يستعد تستعد يستعدون استعد استعدت يسعى تسعى يسعون سعى سعت يهدف تهدف يأمل تأمل يأملون يطمح تطمح يحاول تحاول حاول حاولت حاولوا قام قامت يقوم تقوم قاموا',
)

/** Prepositions with a pronoun: «منها», «عليه». */
export const PRONOMINAL = set(
  ['من', 'عن', 'في', 'علي', 'الي', 'لدي', 'ل', 'ب', 'مع', 'بين', 'ضد', 'حول', 'عند', 'تجاه']
    .flatMap((preposition) => ['ه', 'ها', 'هم', 'هما', 'هن', 'نا'].map((pronoun) => preposition + pronoun))
    .join(' '),
)

/** Adverbs of time, and the nouns that make one with what follows. */
export const TIME_WORDS = set(
  'يوم أمس اليوم غدا غد البارحة مساء صباح ليلة ليل فجر ظهر صباحا مساء ليلا فجرا ظهرا الآن حاليا سابقا لاحقا مؤخرا قريبا حينها آنذاك يومها',
)

/** All words that are no name and head no name. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...PREPOSITIONS,
  ...JOINED_PREPOSITIONS.keys(),
  ...NEGATIONS,
  ...RELATIVES,
  ...DEMONSTRATIVES,
  ...PRONOUNS,
  ...CONJUNCTIONS,
  ...QUANTIFIERS,
  ...AUXILIARIES,
  ...PRONOMINAL,
  ...TIME_WORDS,
])
