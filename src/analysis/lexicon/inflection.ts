/**
 * The written forms of a lexicon word, folded. Arabic writes no short vowels, so a finite table of endings and the few
 * spellings that weak roots change cover what news prints; what is written alike (active and passive of a sound verb)
 * stays one form with both readings.
 */
import { fold } from '../text/fold.ts'

export interface VerbForm {
  form: string
  tense: 'past' | 'present'
  voice: 'active' | 'passive' | 'either'
  /** What the ending or prefix says of the subject; `any` where it says nothing («يـ», past without ending: masculine singular or before a plural). */
  subject: 'masculine' | 'feminine' | 'plural' | 'first'
  /** Shortened as only after «لم», «لا» or the lam of command: elsewhere it is another verb («يستعد»: of استعد, not of استعاد). */
  jussive?: true
}

interface VerbSpelling {
  past: string
  present: string
  passive?: { past: string; present: string }
}

/** Every written form of a verb given by its third person masculine singular, past and present. */
export function verbForms(verb: VerbSpelling): VerbForm[] {
  const found: VerbForm[] = []
  const irregular = verb.passive
  const hasOwnPassive = irregular !== undefined
  const soundsAlike = (spelling: string) => (hasOwnPassive || MEDIAL_ALEF.test(fold(spelling)) ? 'active' : 'either')
  found.push(...pastForms(verb.past, soundsAlike(verb.past)))
  found.push(...presentForms(verb.present, verb.past, hasOwnPassive ? 'active' : 'either'))
  if (irregular) {
    found.push(...pastForms(irregular.past, 'passive'))
    found.push(...presentForms(irregular.present, irregular.past, 'passive'))
  } else {
    const past = fold(verb.past)
    // فاعل → فوعل (حوصر), تفاعل → تفوعل (تبودل): forms III and VI write their passive with waw.
    const medial = /^(ت?.)ا(..)$/.exec(past)
    if (medial && past.length >= 4) found.push(...pastForms(`${medial[1]}و${medial[2]}`, 'passive'))
  }
  return found
}

/** Form III, whose passive has letters of its own. */
const MEDIAL_ALEF = /^ت?.ا..$/

function pastForms(spelling: string, voice: VerbForm['voice']): VerbForm[] {
  const past = fold(spelling)
  const tense = 'past' as const
  const defective = /[ىا]$/.test(spelling) && past.length >= 3
  const stem = defective ? past.slice(0, -1) : past
  const forms: VerbForm[] = [
    { form: past, tense, voice, subject: 'masculine' },
    { form: `${stem}ت`, tense, voice, subject: 'feminine' },
    { form: `${stem}تا`, tense, voice, subject: 'feminine' },
    { form: `${defective ? stem : past.replace(/ي$/, '')}وا`, tense, voice, subject: 'plural' },
    { form: `${past}نا`, tense, voice, subject: 'first' },
    // The dual of derived verbs; of a bare root it is spelled like the accusative of its masdar («بحثا»).
    ...(past.length >= 4 && !defective && !(past.length === 4 && MEDIAL_ALEF.test(past))
      ? [{ form: `${past}ا`, tense, voice, subject: 'plural' } as const]
      : []),
  ]
  // A past that ends in hamza on alef may write its plural on waw: لجأ، لجؤوا.
  if (/أ$/.test(spelling)) forms.push({ form: `${past.slice(0, -1)}ءوا`, tense, voice, subject: 'plural' })
  if (defective && past.length >= 4) forms.push({ form: `${stem}يا`, tense, voice, subject: 'plural' })
  // Before a joined pronoun the weak ending is written as alef or ya: نفاه, التقاه.
  if (defective) forms.push({ form: `${stem}ا`, tense, voice, subject: 'masculine' })
  return forms
}

function presentForms(spelling: string, pastSpelling: string, voice: VerbForm['voice']): VerbForm[] {
  const rest = fold(spelling).slice(1)
  const weak = /[ويى]$/.test(spelling)
  const short = weak ? rest.slice(0, -1) : rest
  const tense = 'present' as const
  const forms: VerbForm[] = [
    { form: `ي${rest}`, tense, voice, subject: 'masculine' },
    { form: `ت${rest}`, tense, voice, subject: 'feminine' },
    { form: `ن${rest}`, tense, voice, subject: 'first' },
    { form: `ي${short}ون`, tense, voice, subject: 'plural' },
    { form: `ي${short}وا`, tense, voice, subject: 'plural' },
    { form: `ي${rest}ان`, tense, voice, subject: 'plural' },
    { form: `ت${rest}ان`, tense, voice, subject: 'feminine' },
  ]
  // The jussive after «لم» drops the weak letter: لم يقل، لم تدع، لم يلتق.
  const hollow = /.*[اوي](?=.$)/.test(rest) && /ا.$/.test(fold(pastSpelling))
  const jussive = weak ? short : hollow ? rest.slice(0, -2) + rest.slice(-1) : undefined
  if (jussive !== undefined && jussive.length >= 2) {
    forms.push({ form: `ي${jussive}`, tense, voice, subject: 'masculine', jussive: true })
    forms.push({ form: `ت${jussive}`, tense, voice, subject: 'feminine', jussive: true })
  }
  return forms
}

/**
 * The accusatives by which a participle tells what a subject does beside his main act (hal: «…، متهما الحكومة بـ…», «…، رافضة الحوار»). Forms II to X make their
 * participle of the present; a sound or defective first form has a pattern of its own, hollow and doubled ones are left out.
 */
export function halForms(verb: VerbSpelling, doubled = false): VerbForm[] {
  const past = fold(verb.past)
  const rest = fold(verb.present).slice(1)
  let stem: string | undefined
  if (past.length >= 4 || doubled) stem = `م${rest}`
  else if (past.length === 3 && /^[^اوي]{2}[ياى]$/.test(past)) stem = `${past[0]}ا${past[1]}ي`
  else if (past.length === 3 && /^[^اوي]{3}$/.test(past)) stem = `${past[0]}ا${past.slice(1)}`
  if (stem === undefined) return []
  const base = { tense: 'present', voice: 'active' } as const
  return [
    { form: `${stem}ا`, subject: 'masculine', ...base },
    { form: `${stem}ه`, subject: 'feminine', ...base },
    { form: `${stem}ين`, subject: 'plural', ...base },
  ]
}

/** The written forms of a noun: as it is, accusative with tanwin, in construct before a pronoun, sound feminine plural. */
export function nounForms(word: string): string[] {
  const noun = fold(word)
  if (noun.includes(' ')) return [noun]
  if (noun.endsWith('ه') && word.endsWith('ة')) {
    const stem = noun.slice(0, -1)
    return [noun, `${stem}ت`, `${stem}ات`, `${stem}تين`, `${stem}تان`]
  }
  if (/(?:ات|ين|ون|ان)$/.test(noun)) return [noun, noun.replace(/ات$/, 'اتا')]
  return [noun, `${noun}ا`, `${noun}ات`, `${noun}ين`, `${noun}ان`]
}

/** The written forms of an adjective, participle or nisba given as masculine singular. */
export function adjectiveForms(
  word: string,
): { form: string; gender: 'masculine' | 'feminine'; number: 'singular' | 'dual' | 'plural' }[] {
  const stem = fold(word)
  return [
    { form: stem, gender: 'masculine', number: 'singular' },
    { form: `${stem}ا`, gender: 'masculine', number: 'singular' },
    { form: `${stem}ه`, gender: 'feminine', number: 'singular' },
    { form: `${stem}ون`, gender: 'masculine', number: 'plural' },
    { form: `${stem}ين`, gender: 'masculine', number: 'plural' },
    { form: `${stem}ان`, gender: 'masculine', number: 'dual' },
    { form: `${stem}تين`, gender: 'feminine', number: 'dual' },
    { form: `${stem}تان`, gender: 'feminine', number: 'dual' },
    { form: `${stem}ات`, gender: 'feminine', number: 'plural' },
  ]
}
