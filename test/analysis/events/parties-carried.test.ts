/** Who goes on to act though he is not named again, and who does not. */
import { describe, it } from 'vitest'
import { expectTold, type Row } from './told.ts'

const ROWS: Record<string, Row[]> = {
  'what two bodies do, whoever leads them': [
    [
      'اندلعت معارك بين قوات الدعم السريع بزعامة محمد حمدان دقلو والجيش السوداني بقيادة عبد الفتاح البرهان.',
      'ASSAULT happened: قوات الدعم السريع → الجيش السوداني',
    ],
  ],
  'one of a party stands for it': [
    ['اتهم نائب من حركة النهضة حزب العمال بالتعطيل.', 'ACCUSE happened: حركة النهضة → حزب العمال'],
  ],
  'asked by who has asked or spoken before': [
    [
      'دعا الاتحاد الأفريقي مصر إلى الهدوء، وطالب السودان بفتح المعبر.',
      'REQUEST happened: الاتحاد الأفريقي → مصر',
      'REQUEST happened: الاتحاد الأفريقي → السودان',
    ],
    [
      'زارت هانا تيتيه سرت. وأعربت عن قلقها، ودعت حكومة الوحدة الوطنية إلى الحوار.',
      'CONSULT happened: هانا تيتيه → سرت',
      'ACCUSE happened: هانا تيتيه →',
      'REQUEST happened: هانا تيتيه → حكومة الوحدة الوطنية',
    ],
  ],
  '«لكنه» and «وأنها» take up who acted': [
    [
      'أيد مايك والتز الخطة، لكنه طالب الأمم المتحدة بخفض النفقات.',
      'SUPPORT happened: مايك والتز →',
      'REQUEST happened: مايك والتز → الأمم المتحدة',
    ],
    ['أكد الوزير أن ماليزيا لا تنافس أحدا، وأنها ترفض وجود المرتزقة.', 'REJECT happened: ماليزيا → المرتزقة'],
  ],
  '«بدورها» is no object': [
    [
      'نفت حركة حماس الخبر، واتهمت بدورها «السلطة الفلسطينية» بالتحريض.',
      'REJECT happened: حركة حماس →',
      'ACCUSE happened: حركة حماس → السلطة الفلسطينية',
    ],
  ],
  'a noun in the feminine without an ending': [
    [
      'هاجم مسلحون الحقل. وطالبت دار للنشر النائب العام بالتحقيق.',
      'ASSAULT happened: مسلحون →',
      'REQUEST happened: → النائب العام',
    ],
  ],
  'theirs, and nobody who acted before': [
    [
      'أغلقت كينيا الحدود، واتهمت عائلاتهم مهربين مسلحين بالقتل.',
      'COERCE happened: كينيا →',
      'ACCUSE happened: عائلاتهم → مهربين مسلحين',
    ],
  ],
  'behind «أن» stands the subject': [['وعدت دول خليجية بالمال، غير أن أحدا في الرياض لم يرفض العرض.']],
  'whom he meets, behind where and when': [
    [
      'شدد الرئيس قيس سعيد، لدى استقباله السبت الماضي وزير الداخلية خالد النوري، على الأمن.',
      'CONSULT happened: قيس سعيد → خالد النوري',
    ],
    ['عاد الوفد بعد لقائه في بوغوتا الرئيس الكولومبي غوستافو بيترو.', 'CONSULT happened: الوفد → غوستافو بيترو'],
  ],
  'a rank and a name behind an office': [
    ['اتهم والي وهران الفريق سالم حمدان حزب العمال بالتقصير.', 'ACCUSE happened: سالم حمدان → حزب العمال'],
  ],
}

for (const [heading, rows] of Object.entries(ROWS))
  describe(heading, () => {
    for (const row of rows) it(row[0], () => expectTold(row))
  })
