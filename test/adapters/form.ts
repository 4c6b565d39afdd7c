/** The body of a request as a server of a platform reads it: JSON, or a form with files in it. */
import type { IncomingMessage } from 'node:http'

export interface UploadedFile {
  name: string
  bytes: Buffer
}

/** Fields by name (those that are JSON parsed), and the files beside them. */
export interface Body {
  fields: Record<string, unknown>
  files: UploadedFile[]
}

/** Reads all of a request. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const text = bytes.toString('utf8')
    return { fields: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>), files: [] }
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const body: Body = { fields: {}, files: [] }
  for (const [name, value] of form) {
    if (typeof value !== 'string') body.files.push({ name: value.name, bytes: Buffer.from(await value.arrayBuffer()) })
    else body.fields[name] = /^[[{]/.test(value) ? JSON.parse(value) : value
  }
  return body
}
