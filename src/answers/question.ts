/** What a question asks: its kind, and the words that name the actor and the matter. Arabic first; English and French frames are known too. */
import { fold } from '../analysis/text/fold.ts'

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
  /** What an actor did, to whom, when or where; `matter` is what else is said of it, and may be empty. */
  | { kind: 'deeds'; actor: string; matter: string }
  /** A question with no frame that is known: its words are looked for. */
  | { kind: 'open'; words: string }

interface Frame {
  pattern: RegExp
  read(parts: Record<string, string>): Question
}

// Patterns run over the folded question: one alef, ya for alif maqsura, ha for ta marbuta, hamza seats alike.
const FRAMES: readonly Frame[] = [
  {
    pattern:
      /^(?:ما(?:ذا)?)? ?(?:هو|هي)? ?(?:موقف|موقفي|راي|سياسه) (?<actor>.+?) (?:من|في|تجاه|ازاء|حول|حيال|بشان|عن) (?<matter>.+)$/,
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
    read: (p) => ({ kind: 'deeds', actor: p.actor!, matter: '' }),
  },
  {
    pattern:
      /^و?هل (?:ترفض|يرفض|رفضت|رفض|تءيد|يءيد|تويد|يويد|ايدت|ايد|تدعم|يدعم|دعمت|دعم|تعارض|يعارض|عارضت|عارض|قبلت|قبل|تقبل|يقبل) (?<words>\S+ .+)$/,
    read: (p) => ({ kind: 'whether', words: p.words! }),
  },
  {
    pattern:
      /^(?:ما|ماهي|ماذا عن|كيف) ?(?:هي)? ?(?:علاقه|علاقات|العلاقه بين|العلاقات بين) (?<actor>.+?) (?:ب|مع |بين |و)(?<other>.{2,})$/,
    read: (p) => ({ kind: 'relation', actor: p.actor!, other: p.other! }),
  },
  {
    pattern: /^(?:من هو|من هي|من هم|من هما|من يكون|من تكون|مين|من) (?<actor>.+)$/,
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
      /^(?:ماذا عن|وماذا عن|اخبرني عن|حدثني عن|معلومات عن|كل شيء عن|اخبار|اخر اخبار|جديد|ما جديد|ما اخبار) (?<actor>.+)$/,
    read: (p) => ({ kind: 'about', actor: p.actor! }),
  },
  { pattern: /^(?:ما هو|ما هي|ماهو|ماهي|ما) (?<actor>.+)$/, read: (p) => ({ kind: 'about', actor: p.actor! }) },
  { pattern: /^و?هل (?<words>.+)$/, read: (p) => ({ kind: 'open', words: p.words! }) },
  { pattern: /^(?:متي|اين|كيف|لماذا|كم) (?<words>.+)$/, read: (p) => ({ kind: 'open', words: p.words! }) },
  {
    pattern: /^(?:who is|who are|who's|qui est|qui sont) (?<actor>.+)$/,
    read: (p) => ({ kind: 'who', actor: p.actor! }),
  },
  {
    pattern:
      /^(?:what (?:do we know|is known) about|tell me about|what about|que sait-on (?:de|du|d'|sur)|parle-moi de) ?(?<actor>.+)$/,
    read: (p) => ({ kind: 'about', actor: p.actor! }),
  },
]

/** Words that a person types before or after the question itself. */
const POLITE = /^(?:(?:من فضلك|لو سمحت|رجاء|سءال|مرحبا|السلام عليكم) )+/
const MARKS = /[؟?!.،,:«»"“”]+/g

/**
 * Reads a question. The words it gives are as typed, spelling and all, without marks.
 */
export function readQuestion(typed: string): Question {
  const words = typed
    .replace(MARKS, ' ')
    .split(/\s+/)
    .filter((word) => fold(word) !== '')
  const folded = words.map(fold)
  const polite = POLITE.exec(folded.join(' '))?.[0].trim().split(' ').filter(Boolean).length ?? 0
  const asked = folded.slice(polite)
  const asTyped = (part: string) => spelled(words.slice(polite), asked, part.trim())
  for (const { pattern, read } of FRAMES) {
    const groups = pattern.exec(asked.join(' '))?.groups
    if (groups)
      return read(Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, asTyped(part ?? '')])))
  }
  const all = words.slice(polite).join(' ')
  return asked.length <= 6 ? { kind: 'about', actor: all } : { kind: 'open', words: all }
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
    /^(?:من هو|من هي|من هم|ما |ماذا|متي|اين|كيف|لماذا|هل |كم |مين )/.test(fold(text).trim())
  )
}
