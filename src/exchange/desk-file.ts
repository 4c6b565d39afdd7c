/**
 * What one desk gives another: a file of JSON Lines. The first line says what it is, each further one is an article as it was received, with where it
 * came from, and what was read in it. Fields that a later version adds are passed over; `version` grows only when an earlier reader would misread it.
 */
import { z } from 'zod'

/** What every file begins with. */
export const FORMAT = 'marsad-desk'
export const VERSION = 1

/** The first line. */
export const Header = z.object({
  format: z.literal(FORMAT),
  version: z.number().int().min(1),
  /** What people call the desk. */
  name: z.string().max(200).optional(),
  /** The actor whose articles these are, where not all of the desk's are given. */
  about: z.string().max(200).optional(),
  /** ISO 8601 date-time in UTC. */
  exportedAt: z.iso.datetime(),
  /** How many lines of articles follow. */
  articles: z.number().int().nonnegative(),
})
export type Header = z.infer<typeof Header>

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

/** Every further line. */
export const ArticleLine = z.object({
  /** As received. The offsets of `analysis` are UTF-16 units of it. */
  text: z.string().min(1),
  title: z.string().max(1000).optional(),
  /** Who published it. */
  source: z.string().max(500).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(4000)
    .optional(),
  /** The desk that the exporting desk had it from. */
  via: z.string().max(200).optional(),
  /** When it was published, ISO 8601; a day or a moment. */
  publishedAt: moment.optional(),
  /** When the exporting desk received it, ISO 8601. */
  receivedAt: moment,
  /** What was read in it: an `Analysis` (`src/analysis/analysis.ts`) without `article`. For other programs; a desk that imports the article reads it itself. */
  analysis: z.unknown().optional(),
})
export type ArticleLine = z.infer<typeof ArticleLine>
