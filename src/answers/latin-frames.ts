/** Ways to ask in English and French. */
import { type Frame, fact } from './frame.ts'

// These run over the question in lower case, without accents.
/** The first that fits is taken. */
export const LATIN_FRAMES: readonly Frame[] = [
  {
    pattern:
      /^(?:which|what|quels?|quelles?) (?:(?<state>countr(?:y|ies)|states?|governments?|pays|etats?)|(?<armed>armed groups?|groups?|groupes?(?: armes)?)|(?<body>part(?:y|ies)|organi[sz]ations?|compan(?:y|ies)|partis?|organisations?|entreprises?)) (?:have |has |that |ont |a |qui ont )?(?<words>.+)$/,
    read: (p) => ({
      kind: 'fact',
      asks: 'who',
      words: p.words!,
      doer: p.state ? 'state' : p.armed ? 'armed-group' : 'organization',
    }),
  },
  {
    pattern:
      /^(?:compare |what are )?(?:the )?(?:positions|stances) of (?<actor>.+?) (?:on|about|towards?|regarding) (?<matter>.+)$/,
    read: (p) => ({ kind: 'position', actor: p.actor!, matter: p.matter! }),
  },
  {
    pattern:
      /^(?:what (?:has |have )?changed (?:in|about|with|for)|what's new (?:in|about|with)|qu'est-ce qui a change (?:dans|pour|chez)) (?<words>.+)$/,
    read: fact('changed'),
  },
  {
    pattern: /^(?:who is|who are|who's|who was|who were|qui est|qui sont|qui etait|c'est qui) (?<actor>.+)$/,
    read: (p) => ({ kind: 'who', actor: p.actor! }),
  },
  {
    pattern:
      /^(?:what (?:do (?:we|you) know|is known) about|tell me about|what about|and what about|que sait-on (?:de |du |d'|sur )|parle-moi de|et) ?(?<actor>.+)$/,
    read: (p) => ({ kind: 'about', actor: p.actor! }),
  },
  {
    pattern:
      /^(?:what is|what's|quelle est|quelle etait) (?:the )?(?:la )?(?:position|stance|view) (?:of |de la |de l'|du |des |de |d')(?<actor>.+?) (?:on|about|towards?|regarding|sur|a propos de|envers|concernant|au sujet de) (?<matter>.+)$/,
    read: (p) => ({ kind: 'position', actor: p.actor!, matter: p.matter! }),
  },
  {
    pattern:
      /^(?:what is|what's|where does) (?<actor>.+?)(?:'s? (?:position|stance|view)| stand) (?:on|about|towards?|regarding) (?<matter>.+)$/,
    read: (p) => ({ kind: 'position', actor: p.actor!, matter: p.matter! }),
  },
  {
    pattern:
      /^(?:what did|what does|what has|qu'a dit|que dit|qu'a declare|qu'ont dit) (?<actor>.+?) (?:say|said|sur|about|au sujet de)(?: (?:about|on|sur))? (?<matter>.+)$/,
    read: (p) => ({ kind: 'position', actor: p.actor!, matter: p.matter! }),
  },
  {
    pattern:
      /^(?:what is the relation(?:ship)? between|how are relations between|quelle(?:s)? (?:est|sont) (?:la |les )?relations? entre) (?<actor>.+?) (?:and|et) (?<other>.+)$/,
    read: (p) => ({ kind: 'relation', actor: p.actor!, other: p.other! }),
  },
  {
    pattern: /^(?:when was the last time|quand (?:etait )?la derniere fois(?: que)?) (?<words>.+)$/,
    read: fact('last'),
  },
  { pattern: /^(?:when did|quand) (?<words>.+ (?:last|pour la derniere fois) .*)$/, read: fact('last') },
  { pattern: /^(?:when|on what (?:day|date)|quand|a quelle date|quel jour) (?<words>.+)$/, read: fact('when') },
  {
    pattern: /^(?:where|in which (?:city|country|place)|ou|dans quelle? (?:ville|pays)) (?<words>.+)$/,
    read: fact('where'),
  },
  { pattern: /^(?:why|for what reason|pourquoi|pour quelle raison) (?<words>.+)$/, read: fact('why') },
  {
    pattern: /^(?:how many|how much|combien (?:de |d')?) ?(?<counted>[^\s]+) (?<words>.+)$/,
    read: fact('count'),
  },
  {
    pattern:
      /^(?:what is|what was|what's|quel est|quel etait) (?:the |le )?(?:death toll|toll|bilan|number of (?:victims|dead)|nombre de (?:morts|victimes)) (?:of|in|from|de|du|dans) (?<words>.+)$/,
    read: (p) => ({ kind: 'fact', asks: 'count', words: p.words!, counted: 'dead' }),
  },
  { pattern: /^(?:who|qui|by whom|par qui) (?<words>.+)$/, read: fact('who') },
  {
    pattern: /^(?:what did|what has|que fait|qu'a fait|que font) (?<actor>.+?) (?:do|done|fait)$/,
    read: (p) => ({ kind: 'deeds', actor: p.actor!, matter: '' }),
  },
  { pattern: /^(?:what|que|qu'est-ce que|qu'a|qu'ont|quoi) ?(?<words>.+)$/, read: fact('what') },
  {
    pattern: /^(?:did|does|do|has|have|is|are|was|were|est-ce que|est-ce qu') ?(?<words>.+)$/,
    read: fact('whether'),
  },
]
