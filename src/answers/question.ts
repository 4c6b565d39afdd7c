/** What a question asks: its kind, and the words that name the actor and the matter. Arabic first; English and French frames are known too. */
import { fold } from '../analysis/text/fold.ts'
import { isLatin, plainLatin } from '../archive/skeleton.ts'
import { type Frame, fact } from './frame.ts'
import { LATIN_FRAMES } from './latin-frames.ts'
import { kindAsked, plainlyAsked, plainWord } from './phrasing.ts'

/** What an answer to a question must hold. `count`: a number; `last`: the latest time that it happened; `changed`: what is new of it. */
export type Asks =
  | 'who'
  | 'what'
  | 'said'
  | 'when'
  | 'where'
  | 'why'
  | 'count'
  | 'whether'
  | 'last'
  | 'changed'
  | 'open'

export type Question =
  /** Who somebody is. */
  | { kind: 'who'; actor: string }
  /** All there is about somebody or something. */
  | { kind: 'about'; actor: string }
  /** What an actor says or does about a matter. */
  | { kind: 'position'; actor: string; matter: string }
  /** Whether an actor is for or against a matter: the words begin with the actor, but where it ends only the archive knows. */
  | { kind: 'whether'; words: string }
  /** How two actors stand toward each other. */
  | { kind: 'relation'; actor: string; other: string }
  /** What an actor did, to whom, when or where; `matter` is what else is said of it, and may be empty. `said`: only what it said. */
  | { kind: 'deeds'; actor: string; matter: string; said?: true }
  /** A fact: what is asked of it, and the words that tell it. `counted` is what «كم» counts; `doer` the type of entity that «أي الدول …» asks for. */
  | { kind: 'fact'; asks: Asks; words: string; counted?: string; doer?: string }
  /** A question with no frame that is known: its words are looked for. */
  | { kind: 'open'; words: string }

// Patterns run over the folded question: one alef, ya for alif maqsura, ha for ta marbuta, hamza seats alike.
const FRAMES: readonly Frame[] = [
  {
    pattern: /^(?:ما الذي|ماذا|ما|كيف) (?:تغير|تغيرت|تبدل|استجد|الجديد) (?:في|من|علي)? ?(?<words>.+)$/,
    read: fact('changed'),
  },
  {
    // Two positions side by side.
    pattern:
      /^(?:(?:ما|ما هو|ما هي|كيف يختلف|قارن) )?(?:(?:الفرق|الاختلاف|الخلاف|المقارنه|مقارنه|قارن) )?بين (?:موقف|موقفي|مواقف) (?<actor>.+?) و(?:موقف )?(?<other>.+?) (?:من|تجاه|ازاء|حول|حيال|بشان) (?<matter>.+)$/,
    read: (p) => ({ kind: 'position', actor: `${p.actor} و${p.other}`, matter: p.matter! }),
  },
  {
    pattern:
      /^(?:ما(?:ذا)?)? ?(?:هو|هي|هما)? ?(?:موقف|موقفا|موقفي|مواقف|راي|سياسه) (?<actor>.+?) (?:من|في|تجاه|ازاء|حول|حيال|بشان|عن) (?<matter>.+)$/,
    read: (p) => ({ kind: 'position', actor: p.actor!, matter: p.matter! }),
  },
  {
    pattern: /^(?:كيف|اين) تقف (?<actor>.+?) (?:من|تجاه|ازاء) (?<matter>.+)$/,
    read: (p) => ({ kind: 'position', actor: p.actor!, matter: p.matter! }),
  },
  {
    pattern:
      /^(?:ماذا|ما الذي) (?:قال|قالت|يقول|تقول|صرح|صرحت|اعلن|اعلنت) (?<actor>.+?) (?:عن|حول|بشان|في شان|بخصوص) (?<matter>.+)$/,
    read: (p) => ({ kind: 'position', actor: p.actor!, matter: p.matter! }),
  },
  {
    pattern: /^(?:ماذا|ما الذي) (?:قال|قالت|يقول|تقول|صرح|صرحت|اعلن|اعلنت) (?<actor>.+)$/,
    read: (p) => ({ kind: 'deeds', actor: p.actor!, matter: '', said: true }),
  },
  {
    pattern:
      /^و?هل (?:ترفض|يرفض|رفضت|رفض|تءيد|يءيد|تويد|يويد|ايدت|ايد|تدعم|يدعم|دعمت|دعم|تعارض|يعارض|عارضت|عارض|قبلت|قبل|تقبل|يقبل|وافقت|وافق|توافق|يوافق) (?<words>\S+ .+)$/,
    read: (p) => ({ kind: 'whether', words: p.words! }),
  },
  {
    pattern:
      /^(?:ما|ماهي|ماذا عن|كيف) ?(?:هي)? ?(?:علاقه|علاقات|العلاقه بين|العلاقات بين) (?<actor>.+?) (?:ب|مع |بين |و)(?<other>.{2,})$/,
    read: (p) => ({ kind: 'relation', actor: p.actor!, other: p.other! }),
  },
  { pattern: /^(?:متي كانت )?(?:متي )?اخر مره (?<words>.+)$/, read: fact('last') },
  { pattern: /^متي (?:كان |كانت )?(?:اخر|احدث) (?<words>.+)$/, read: fact('last') },
  { pattern: /^(?:متي|امتي|امتا|وقتاش|فوقاش|في اي (?:يوم|تاريخ|شهر|سنه|عام)) (?<words>.+)$/, read: fact('when') },
  { pattern: /^(?:الي |من )?(?:اين|وين|فين|في اي (?:مكان|مدينه|بلد|دوله|منطقه)) (?<words>.+)$/, read: fact('where') },
  {
    pattern: /^(?:لماذا|لم|ليش|ليه|علاش|لاش|لاي سبب|ما (?:هو |هي )?(?:سبب|اسباب)) (?<words>.+)$/,
    read: fact('why'),
  },
  {
    pattern: /^(?:كم |ما (?:هو |هي )?)(?<counted>قيمه|نسبه|مده|تكلفه|كلفه|مبلغ|ثمن|سعر|عمر|كميه|وزن|حجم) (?<words>.+)$/,
    read: fact('count'),
  },
  {
    // The toll of something is its dead.
    pattern: /^(?:كم (?:بلغ |بلغت |هي )?حصيله|ما (?:هي )?حصيله) (?<words>.+)$/,
    read: (p) => ({ kind: 'fact', asks: 'count', words: p.words!, counted: 'قتيلا' }),
  },
  {
    pattern: /^(?:كم (?:بلغ |بلغت )?عدد|ما (?:هو |هي )?عدد) (?<counted>\S+) ?(?<words>.*)$/,
    read: fact('count'),
  },
  { pattern: /^(?:كم|بكم|شحال|قداش) (?<counted>\S+) (?<words>.+)$/, read: fact('count') },
  {
    pattern:
      /^(?:من هو|من هي|من هم|من هما|من يكون|من تكون|من كان|من كانت|من كانوا|من (?:يشغل|تشغل|يتولي|تتولي|شغل|تولي) (?:منصب|حقيبه|مهام)|مين هو|مين هي|مين|شكون|منو|من) (?<actor>.+)$/,
    read: (p) => ({ kind: 'who', actor: p.actor! }),
  },
  {
    pattern: /^(?:ماذا|ما الذي) (?:فعل|فعلت|فعلوا|يفعل|تفعل) (?<actor>.+)$/,
    read: (p) => ({ kind: 'deeds', actor: p.actor!, matter: '' }),
  },
  {
    pattern:
      /^(?:ماذا|ما الذي|ما) (?:نعرف|تعرف|نعلم|تعلم|يعرف|ورد|جاء|قيل|لديك|عندك|لدينا|عندنا|كتب|نشر) (?:عن|حول) (?<actor>.+)$/,
    read: (p) => ({ kind: 'about', actor: p.actor! }),
  },
  {
    pattern:
      /^(?:ماذا عن|وماذا عن|اخبرني عن|حدثني عن|معلومات عن|كل شيء عن|(?:ما |ما هي )?(?:اخر |اخر ال)?اخبار|جديد|ما جديد|ما اخبار) (?<actor>.+)$/,
    read: (p) => ({ kind: 'about', actor: p.actor! }),
  },
  {
    pattern: /^(?:(?:علي |ب|عن |في |الي )?ماذا|ما الذي|ما التي|بم|عم|شنو|شو|ايش|وش|واش|اش) (?<words>.+)$/,
    read: fact('what'),
  },
  { pattern: /^(?:ما هو|ما هي|ماهو|ماهي|ما) (?<actor>.+)$/, read: (p) => ({ kind: 'about', actor: p.actor! }) },
  { pattern: /^و?هل (?<words>.+)$/, read: fact('whether') },
  { pattern: /^كيف (?<words>.+)$/, read: (p) => ({ kind: 'open', words: p.words! }) },
]

/** Words that a person types before or after the question itself. */
const POLITE = /^(?:(?:من فضلك|لو سمحت|رجاء|سءال|مرحبا|السلام عليكم) )+/
const MARKS = /[؟?!.،,:«»"“”]+/g
/** A question word with nothing behind it, which only what was asked before completes; «و» and «ف» may join it. */
const BARE: readonly [RegExp, Asks][] = [
  [/^(?:متي|امتي|when|quand)$/, 'when'],
  [/^(?:اين|وين|فين|where|ou)$/, 'where'],
  [/^(?:لماذا|ليش|ليه|علاش|لم|why|pourquoi)$/, 'why'],
  [/^(?:كم|how many|combien)$/, 'count'],
  [/^(?:من|مين|who|qui)$/, 'who'],
]

/** What a question that is only a question word asks («متى؟», «ولماذا؟»), or undefined. */
export function bareAsks(typed: string): Asks | undefined {
  const folded = fold(typed.replace(MARKS, ' ')).trim()
  const forms = [folded, folded.replace(/^(?:و|ف)(?=.{2})/, '')].map((form) => fold(plainWord(form) ?? form))
  for (const form of [...forms, plainLatin(folded).replace(/^(?:and|et) /, '')])
    for (const [pattern, asks] of BARE) if (pattern.test(form)) return asks
  return undefined
}

/**
 * Reads a question. The words it gives are as typed, spelling and all, without marks.
 */
export function readQuestion(typed: string): Question {
  if (isLatin(typed)) return readLatin(typed)
  const words = typed
    .replace(MARKS, ' ')
    .split(/\s+/)
    .filter((word) => fold(word) !== '')
  const folded = words.map(fold)
  const polite = POLITE.exec(folded.join(' '))?.[0].trim().split(' ').filter(Boolean).length ?? 0
  const plain = plainlyAsked(words.slice(polite))
  const asked = plain.map(fold)
  const latin = asked[0] !== undefined && isLatin(asked[0]) ? readLatin(plain.join(' ')) : undefined
  if (latin && latin.kind !== 'open' && latin.kind !== 'about') return latin
  const which = kindAsked(plain)
  if (which) return { kind: 'fact', asks: 'who', words: which.rest.join(' '), doer: which.kind }
  const asTyped = (part: string) => spelled(plain, asked, part.trim())
  for (const { pattern, read } of FRAMES) {
    const groups = pattern.exec(asked.join(' '))?.groups
    if (groups)
      return read(Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, asTyped(part ?? '')])))
  }
  const all = plain.join(' ')
  if (latin?.kind === 'about' && latin.actor !== all) return latin
  return asked.length <= 6 ? { kind: 'about', actor: all } : { kind: 'open', words: all }
}

function readLatin(typed: string): Question {
  const clean = typed
    .replace(/[’]/g, "'")
    .replace(/[?؟!.,،:«»"“”]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const plain = plainLatin(clean)
  for (const { pattern, read } of LATIN_FRAMES) {
    const groups = pattern.exec(plain)?.groups
    // Accents are one letter each when composed, so that a place in the plain text is the same place in what was typed.
    if (groups)
      return read(
        Object.fromEntries(
          Object.entries(groups).map(([name, part]) => {
            const at = part === undefined ? -1 : plain.lastIndexOf(part)
            return [name, at < 0 ? '' : clean.normalize('NFC').slice(at, at + part!.length)]
          }),
        ),
      )
  }
  return clean.split(' ').length <= 6 ? { kind: 'about', actor: clean } : { kind: 'open', words: clean }
}

/** A part of the folded question as it was typed; a clitic that the frame has cut off («ب», «و») is cut off there as well. */
function spelled(words: readonly string[], folded: readonly string[], part: string): string {
  const wanted = part.split(' ')
  for (let at = folded.length - wanted.length; at >= 0; at--) {
    const first = folded[at]!
    if (!first.endsWith(wanted[0]!) || !wanted.every((word, k) => k === 0 || folded[at + k] === word)) continue
    const head = words[at]!.slice(first.length - wanted[0]!.length)
    return [head, ...words.slice(at + 1, at + wanted.length)].join(' ')
  }
  return part
}

/** Whether a short text reads as a question rather than as news. */
export function looksLikeQuestion(text: string): boolean {
  return (
    /[؟?]\s*$/.test(text.trim()) ||
    /^(?:who|what|when|where|why|how (?:many|much)|qui|que|quand|pourquoi|combien|quel(?:le)?s?) /.test(
      plainLatin(text.trim()),
    ) ||
    /^[وف]?(?:من هو|من هي|من هم|ما |ماذا|متي|اين|وين|كيف|لماذا|ليش|علاش|هل |كم |مين )/.test(fold(text).trim())
  )
}
