import type { Stored } from '../archive/articles.ts'
import { searchStems } from '../archive/stems.ts'

/** Articles on one happening, in the order they came. */
export interface Story {
  articles: Stored[]
}

/** Stems of its headline and points that two articles on one happening share, as a part of the smaller set. */
const SHARED_STEMS = 0.3
/** Salient actors that they share at least. */
const SHARED_ACTORS = 2
const SALIENT = 0.35

/**
 * Groups articles into stories: an article joins the story that has an article with two of its salient actors and a third of the words of its summary. The story with most
 * articles comes first, then the later one.
 */
export function storiesOf(articles: readonly Stored[]): Story[] {
  const stories: { articles: Stored[]; signatures: Signature[] }[] = []
  for (const article of articles) {
    const signature = signatureOf(article)
    const story = stories.find(({ signatures }) => signatures.some((other) => alike(signature, other)))
    if (story) {
      story.articles.push(article)
      story.signatures.push(signature)
    } else stories.push({ articles: [article], signatures: [signature] })
  }
  return stories
    .map(({ articles: own }) => ({ articles: own }))
    .sort(
      (a, b) => b.articles.length - a.articles.length || (a.articles.at(-1)!.dated < b.articles.at(-1)!.dated ? 1 : -1),
    )
}

interface Signature {
  actors: Set<string>
  stems: Set<string>
}

function signatureOf({ analysis }: Stored): Signature {
  return {
    actors: new Set(analysis.entities.filter((e) => e.salience >= SALIENT).map((e) => e.id)),
    stems: new Set(searchStems([analysis.summary.headline, ...analysis.summary.points.map((p) => p.text)].join(' '))),
  }
}

function alike(a: Signature, b: Signature): boolean {
  return (
    a.actors.intersection(b.actors).size >= SHARED_ACTORS &&
    a.stems.intersection(b.stems).size >= SHARED_STEMS * Math.min(a.stems.size, b.stems.size)
  )
}
