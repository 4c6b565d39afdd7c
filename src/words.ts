/** Every word that the bot says, from `locales/`, in the reader's language, dates and numbers as the reader writes them. */
import { createInstance, type TFunction } from 'i18next'
import ar from '../locales/ar.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }
import fr from '../locales/fr.json' with { type: 'json' }
import type { Language } from './bot/incoming.ts'

const i18n = createInstance()
// `initAsync: false` loads the resources before the call returns; they are given here, so there is nothing to wait for.
void i18n.init({
  initAsync: false,
  resources: { ar: { translation: ar }, en: { translation: en }, fr: { translation: fr } },
  fallbackLng: 'ar',
  interpolation: { escapeValue: false },
  returnObjects: false,
})

const speakers: Record<Language, TFunction> = {
  ar: i18n.getFixedT('ar'),
  en: i18n.getFixedT('en'),
  fr: i18n.getFixedT('fr'),
}

/**
 * The words for a key of `locales/*.json` in a language; `count` chooses among the plural forms (six in Arabic).
 * A key that a language lacks is said in Arabic; a key that all lack comes back as it is.
 */
export function say(language: Language, key: string, values: Record<string, string | number> = {}): string {
  return speakers[language](key, values)
}
