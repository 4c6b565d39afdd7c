/**
 * Loaded before everything else (`node --import`): keeps what Node makes of our TypeScript, types stripped and compiled, under
 * `node_modules/.cache`, so that only the first start pays for it. Where nothing can be written Node goes on without. In JavaScript, or
 * the stripper (17 MB of resident memory, measured) would be loaded for this file alone.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/marsad', import.meta.url)))
