/**
 * The shape of the lexicon's files (`data/*.json`): what is known before an article is read. A linguist extends the
 * data without reading code; a test checks every file against these schemas.
 *
 * Arabic is written in full spelling (hamzas, ta marbuta, alif maqsura) and without short vowels. Spellings that differ only in what
 * `fold` removes (hamza seats, ya/alif maqsura, ta marbuta/ha, diacritics) need no entry of their own.
 */
import { z } from 'zod'
import { EVENT_TYPES, STANCES } from '../analysis.ts'

const arabic = z.string().regex(/^[\p{Script=Arabic}\p{N} «»().,"'\-–_/]+$/u, 'Arabic letters, without short vowels')
const country = z.string().regex(/^[A-Z]{3}$/, 'ISO 3166-1 alpha-3')
const wikidata = z.string().regex(/^Q\d+$/)
const year = z.number().int().min(600).max(2100)
const latin = z.object({
  en: z.string().min(1),
  fr: z.string().min(1).optional(),
  others: z.array(z.string().min(1)).optional(),
})

/** A state: one line of ISO 3166-1 (and the few bodies that news treats as states). */
export const State = z.object({
  /** ISO 3166-1 alpha-3. */
  id: country,
  /** As news writes it in short: «الجزائر». */
  name: arabic,
  /** Long form and other spellings: «الجمهورية الجزائرية الديمقراطية الشعبية». */
  aliases: z.array(arabic).default([]),
  /** Masculine singular, indefinite, every form in use: «جزائري»; the engine derives feminine, dual and sound plural. */
  nisba: z.array(arabic),
  /** Broken plurals of the nisba: «أتراك», «أفغان». */
  plurals: z.array(arabic).default([]),
  capital: arabic.optional(),
  /** Palaces and seats that stand for the government: «الإليزيه», «البيت الأبيض». */
  seats: z.array(arabic).default([]),
  latin,
  wikidata: wikidata.optional(),
})

/** A place that is no state: a division, a town, a region, a crossing. */
export const Place = z.object({
  name: arabic,
  aliases: z.array(arabic).default([]),
  kind: z.enum([
    'division',
    'city',
    'town',
    'region',
    'sea',
    'river',
    'mountain',
    'desert',
    'island',
    'crossing',
    'site',
  ]),
  /** Missing where it crosses borders (the Sahel) or is contested. */
  country: country.optional(),
  /** Masculine singular, where people are called after it: «مقدسي». */
  nisba: z.array(arabic).default([]),
  latin: latin.optional(),
  wikidata: wikidata.optional(),
})

export const Organization = z.object({
  /** ASCII slug, unique: `africom`. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: arabic,
  /** Other full names, short forms and acronyms in Arabic letters. */
  aliases: z.array(arabic).default([]),
  /** Acronyms in Latin letters: `NATO`. */
  acronyms: z.array(z.string().regex(/^[A-Za-z0-9.&-]+$/)).default([]),
  kind: z.enum([
    'intergovernmental',
    'government',
    'military',
    'court',
    'party',
    'company',
    'media',
    'union',
    'ngo',
    'religious',
    'sport',
    'academic',
  ]),
  country: country.optional(),
  /** Member states, for those whose members act through them. */
  members: z.array(country).optional(),
  latin: latin.optional(),
  wikidata: wikidata.optional(),
})

export const ArmedGroup = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: arabic,
  aliases: z.array(arabic).default([]),
  acronyms: z.array(z.string().regex(/^[A-Za-z0-9.&-]+$/)).default([]),
  /** Where it is (or was) active. */
  countries: z.array(country).min(1),
  active: z.object({ from: year.optional(), to: year.optional() }).optional(),
  latin: latin.optional(),
  wikidata: wikidata.optional(),
})

export const Person = z.object({
  name: arabic,
  /** Other spellings and the short forms that news uses without the full name: «القذافي», «أبو مازن». */
  aliases: z.array(arabic).default([]),
  country: country.optional(),
  /** Latest last. Titles in the words of `titles.json`: «وزير الخارجية». */
  offices: z
    .array(z.object({ title: arabic, of: arabic.optional(), from: year.optional(), to: year.optional() }))
    .default([]),
  latin: latin.optional(),
  wikidata: wikidata.optional(),
})

/**
 * A name of one word that is an ordinary word too: «القاعدة» (the base), «حماة» (protectors). It counts only in a text that gives a
 * reason to read it as a name.
 */
export const CommonWord = z.object({
  /** As its entry spells it. */
  name: arabic,
  /** Phrases in which it is the ordinary word: «حجر الزاوية», «مسقط رأس». One word stands for itself with its clitics: «بحماس». */
  phrases: z.array(arabic).default([]),
  /** Whether the text must name its bearer in full, or its bearer's country. False where the phrases are enough. */
  context: z.boolean().default(true),
  /** Words, without the article, that are reason enough as well: «تنظيم» for «القاعدة». */
  with: z.array(arabic).default([]),
})

/** A word that stands before a name and says what its bearer is. */
export const Title = z.object({
  /** Masculine singular, indefinite: «وزير». */
  word: arabic,
  feminine: arabic.optional(),
  plurals: z.array(arabic).default([]),
  kind: z.enum(['office', 'military', 'religious', 'academic', 'diplomatic', 'honorific', 'profession', 'family']),
  /** What may follow in construct: «والي وهران» takes a place, «وزير الدفاع» a matter, «رئيس الحزب» a body; «الدكتور» nothing. */
  takes: z.array(z.enum(['place', 'state', 'organization', 'matter'])).default([]),
})

/** Words by which news calls people without naming them, and heads of names of bodies. */
export const GroupNoun = z.object({
  /** Singular or the form that is listed in dictionaries: «مسلح», «جماعة». */
  word: arabic,
  /** All other forms, without the article: plurals in every case («مسلحون», «مسلحين»), dual, feminine. */
  forms: z.array(arabic).default([]),
  /**
   * `people`: a group of persons («متظاهرون»); `armed`: of armed ones («مسلحون»);
   * `body`: heads the name of an organisation («وزارة», «حزب»); `authority`: with a nisba, stands for a state («السلطات», «الحكومة»).
   */
  kind: z.enum(['people', 'armed', 'body', 'authority']),
  /** Whether it is a name's head only together with what follows («قوات», «جهاز»). */
  needsComplement: z.boolean().default(false),
  /** Whether it calls somebody only where something is done to them («مقتل امرأة») or where they are counted («ثلاثة أجانب»), and nobody with the article. */
  onlyDoneTo: z.boolean().default(false),
})

/** Nouns by which quantities are known that no numeral tells. */
export const CountedNoun = z.object({
  word: arabic,
  /** Further written forms: plurals and feminine. */
  forms: z.array(arabic).default([]),
  /**
   * `casualty`: a count of them belongs to the attack or accident that is spoken of, however far off it stands («الحصيلة 15 قتيلا»);
   * `money`: a sum; what is given with one is given away («ساهمت بمليون دولار»);
   * `measure`: a unit or a piece, behind which stands of what («60 قطعة سلاح», «6 ملايين متر مكعب»);
   * `dual`: the ending -ان, -ين on it can only be two («صاروخين», «جنديان»), as its plural is another word.
   */
  kind: z.enum(['casualty', 'money', 'measure', 'dual']),
})

/** What a participant of an event is, as the grammar marks it. */
export const ROLES = ['agent', 'patient', 'partner', 'topic', 'act', 'place', 'instrument', 'none'] as const
export const RoleName = z.enum(ROLES)

/**
 * An event word: a verb with its masdars and nouns, and the grammar of its participants. `partner` acts together with
 * the agent («اجتمع مع»); `topic` is what it is about; `act` is an act that is itself an event («رفض التدخل»).
 */
export const EventWord = z.object({
  type: z.enum(EVENT_TYPES),
  mode: z
    .string()
    .regex(/^[a-z-]+$/)
    .optional(),
  /** CAMEO code, two to four digits: `181`. */
  cameo: z.string().regex(/^\d{2,4}$/),
  /** Goldstein (1992) as CAMEO maps it. */
  goldstein: z.number().min(-10).max(10),
  /**
   * Third person masculine singular, past and present («اختطف», «يختطف»); the engine derives the other persons. `passive` only where
   * its letters differ from the active («قيل», «يقال»).
   */
  verb: z
    .object({ past: arabic, present: arabic, passive: z.object({ past: arabic, present: arabic }).optional() })
    .optional(),
  /** Without the article: «اختطاف»; also plurals («اشتباكات»). */
  masdars: z.array(arabic).default([]),
  /** Nouns that tell the event but are no masdar: «قمة», «تفجير», «مظاهرة». */
  nouns: z.array(arabic).default([]),
  /** Participles that tell it when said of somebody, masculine singular: «مختطف» (patient), «متظاهر» (agent). */
  participles: z.object({ active: arabic.optional(), passive: arabic.optional() }).default({}),
  /** Fixed phrases that count only whole, as word forms in their order: «قطع العلاقات», «أعلن الحرب على». */
  phrases: z.array(arabic).default([]),
  /** What the grammatical subject and object are. */
  subject: RoleName.default('agent'),
  object: RoleName.default('patient'),
  /** What stands behind each preposition: { "على": "patient", "مع": "partner" }. */
  prepositions: z.record(arabic, RoleName).default({}),
  /** What the noun after a masdar is («اختطاف الوالي»: patient; «هجوم المسلحين»: agent). */
  genitive: RoleName.default('patient'),
  /** True where the verb alone is too common a word to tell an event, so that it needs an actor among its participants. */
  weak: z.boolean().default(false),
  /** Of a weak verb: that it tells its event without a phrase where its object is people («أوقف متظاهرين»). */
  withPeople: z.boolean().default(false),
})

/** A word of saying. */
export const SpeechWord = z.object({
  stance: z.enum(STANCES),
  verb: z
    .object({ past: arabic, present: arabic, passive: z.object({ past: arabic, present: arabic }).optional() })
    .optional(),
  masdars: z.array(arabic).default([]),
  /** Nouns that are sayings, with their plurals: «تصريحات», «بيان», «تقارير». */
  nouns: z.array(arabic).default([]),
  /** What may come between it and what is said: «أن», «إن», «بأن», «من», «إلى», «على». */
  openers: z.array(arabic).default([]),
})

/** A word that tells how two stand toward each other without telling an event. */
export const RelationWord = z.object({
  /** Every form in use, without the article. */
  words: z.array(arabic).min(1),
  /**
   * `noun`: stands between two («تعاون», «توتر»); `role`: what one is to the other («حليف», «خصم»); `quality`: said of a relation («متينة»); `course`: what
   * becomes of it («توترت», «تعزيز»); `ending`: what undoes a quarrel («إنهاء الخلاف»); `lack`: says that there is none («غياب التنسيق»).
   */
  use: z.enum(['noun', 'role', 'quality', 'course', 'ending', 'lack']),
  /** On the Goldstein scale, as events are: a lasting relation weighs as the acts that it shows in. */
  score: z.number().min(-10).max(10),
  /** Roles that the other side need not return («داعم»). */
  oneWay: z.boolean().default(false),
  /** Prepositions, folded, behind which a role names the other side («مدعوم من»); without any, it is «ل» or a construct. */
  behind: z.array(z.string()).optional(),
  /** Folded first word of whom a role is toward where it names nobody («حزب النهوض المعارض»: the government). */
  toward: z.string().optional(),
  /** Roles in which it is the other side that stands so («مدعوم من فلان»). */
  reversed: z.boolean().optional(),
})

/** Something that articles are about. */
export const Topic = z.object({
  /** ASCII slug; its name for people stands in `locales/` under `topics.<id>`. */
  id: z.string().regex(/^[a-z-]+$/),
  /** Words and phrases that speak of it, with a weight of 1 (may) to 3 (must be). */
  words: z.array(z.object({ text: arabic, weight: z.number().int().min(1).max(3) })),
})

/** File name → what it is a list of. */
export const FILES = {
  'states.json': z.array(State),
  'places.json': z.array(Place),
  'organizations.json': z.array(Organization),
  'armed-groups.json': z.array(ArmedGroup),
  'people.json': z.array(Person),
  'common-words.json': z.array(CommonWord),
  'titles.json': z.array(Title),
  'group-nouns.json': z.array(GroupNoun),
  'counted-nouns.json': z.array(CountedNoun),
  'first-names.json': z.array(arabic),
  'event-words.json': z.array(EventWord),
  'speech-words.json': z.array(SpeechWord),
  'relation-words.json': z.array(RelationWord),
  'topics.json': z.array(Topic),
} as const

export type State = z.infer<typeof State>
export type Place = z.infer<typeof Place>
export type Organization = z.infer<typeof Organization>
export type ArmedGroup = z.infer<typeof ArmedGroup>
export type Person = z.infer<typeof Person>
export type CommonWord = z.infer<typeof CommonWord>
export type Title = z.infer<typeof Title>
export type GroupNoun = z.infer<typeof GroupNoun>
export type EventWord = z.infer<typeof EventWord>
export type SpeechWord = z.infer<typeof SpeechWord>
export type RelationWord = z.infer<typeof RelationWord>
export type Topic = z.infer<typeof Topic>
export type Role = z.infer<typeof RoleName>
