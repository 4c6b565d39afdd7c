import { deskFigures } from './bench/desk.ts'
for (const f of await deskFigures(Number(process.argv[2]), console.log)) console.log(f.value.toFixed(3), f.unit, f.what)
