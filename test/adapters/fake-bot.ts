/** A bot of few words for the tests of an adapter, and a reply in which every kind of block stands. Facts are invented. */
import type { Bot, CommandDescription, Suggestion } from '../../src/bot/bot.ts'
import type { Incoming } from '../../src/bot/incoming.ts'
import { plain, quiet, type Reply, strong } from '../../src/bot/reply.ts'

const describe = (ar: string, en: string, fr: string) => ({ ar, en, fr })

export const COMMANDS: CommandDescription[] = [
  {
    name: 'help',
    words: ['مساعدة'],
    description: describe('كيف تستعمل مرصد', 'How to use Marsad', 'Comment utiliser Marsad'),
  },
  {
    name: 'digest',
    words: ['موجز'],
    description: describe('موجز ما قرأه مكتبك', 'What your desk has read', 'Ce que votre bureau a lu'),
  },
  {
    name: 'who',
    words: ['من'],
    description: describe('من هو هذا الفاعل', 'Who this actor is', 'Qui est cet acteur'),
    argument: { name: 'actor', description: describe('الاسم', 'the name', 'le nom'), required: true, suggests: true },
  },
  {
    name: 'language',
    words: ['لغة'],
    description: describe('لغة الأجوبة', 'The language of answers', 'La langue des réponses'),
  },
]

const ACTORS: Suggestion[] = [
  { name: 'سليم الراوي', detail: 'وزير الداخلية' },
  { name: 'سلمى الحداد', detail: 'الناطقة باسم الحكومة' },
  { name: 'AFRICOM', detail: 'قيادة عسكرية' },
]

/** A brief with each kind of block, Latin names, numbers, an address that must not be opened. */
export const BRIEF: Reply = {
  language: 'ar',
  blocks: [
    { kind: 'heading', level: 1, text: [plain('اتفاق على دوريات حدودية مشتركة بعد محادثات رعتها AFRICOM')] },
    { kind: 'paragraph', text: [quiet('الصباح · وصل اليوم 09:14 · 577 كلمة، تُقرأ في ثلاث دقائق')] },
    {
      kind: 'points',
      items: [
        {
          text: [plain('وقّع وزير الداخلية سليم الراوي محضرا يجيز '), strong('12 دورية مشتركة'), plain(' كل شهر.')],
          citation: {
            article: 1,
            source: 'الصباح',
            date: '2012-01-23',
            sentence: 1,
            text: 'الصباح، 23 جانفي 2012، الجملة 2',
            url: 'https://example.org/a',
          },
        },
        {
          text: [plain('رفض الوفد نشر طائرات MQ-9 Reaper شمال خط العرض 27°.')],
          citation: { article: 1, source: 'الصباح', date: '2012-01-23', sentence: 4, text: 'الصباح، الجملة 5' },
        },
      ],
    },
    { kind: 'heading', level: 2, text: [plain('ليس مؤكدا')] },
    {
      kind: 'quote',
      text: [plain('وصلت عشرات القطع إلى الحدود.')],
      citation: { article: 2, source: 'Reuters', date: '2012-01-24', text: 'Reuters، 24 جانفي 2012، الجملة 1' },
    },
    {
      kind: 'paragraph',
      text: [
        plain('افتح '),
        { text: 'النص كاملا', href: 'https://example.org/a' },
        plain(' أو '),
        { text: '<b>هذا</b>', href: 'javascript:alert(1)' },
        plain('.'),
      ],
    },
    {
      kind: 'choices',
      choices: [
        { label: 'التفاصيل', action: 'details:1' },
        { label: 'خريطة العلاقات', action: 'map:1' },
        { label: 'تابع: سليم الراوي', action: 'follow:1' },
      ],
    },
  ],
}

/** A reply of one paragraph. */
export const paragraph = (text: string, language: Reply['language'] = 'ar'): Reply => ({
  language,
  blocks: [{ kind: 'paragraph', text: [plain(text)] }],
})

export interface FakeBot extends Bot {
  /** What it was told, in order. */
  received: Incoming[]
  /** What it is asked to complete, in order. */
  typed: string[]
}

/** A bot that answers what `answer` says: a message of its own with nothing, after waiting where it is a promise. */
export function fakeBot(
  answer: (incoming: Incoming) => Reply[] | Promise<Reply[]> | AsyncIterable<Reply> = () => [BRIEF],
): FakeBot {
  const received: Incoming[] = []
  const typed: string[] = []
  return {
    commands: COMMANDS,
    received,
    typed,
    async receive(incoming, send) {
      received.push(incoming)
      for await (const reply of await answer(incoming)) await send(reply)
    },
    async suggest(_origin, text, limit) {
      typed.push(text)
      return ACTORS.filter(({ name }) => name.startsWith(text)).slice(0, limit)
    },
  }
}
