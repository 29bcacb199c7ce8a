// What the action writes to GitHub: one comment that is kept up to date, and problems for code scanning.
import { gzipSync } from 'node:zlib'
import { marker } from './report.mjs'

/** A client of the interface of GitHub for one repository; each call ends with the answer, or throws with its status. */
export function githubOf({ GITHUB_API_URL: server, GITHUB_REPOSITORY: repository }, token) {
  async function call(method, path, body) {
    const response = await fetch(`${server}/repos/${repository}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return response.status === 204 ? undefined : response.json()
  }
  return { call }
}

/** The comment of an earlier run; one that a person wrote is never taken for it. */
async function ownComment({ call }, number) {
  for (let page = 1; page <= 50; page += 1) {
    const comments = await call('GET', `/issues/${number}/comments?per_page=100&page=${page}`)
    const found = comments.find(({ body, user }) => user?.type === 'Bot' && String(body).startsWith(marker))
    if (found !== undefined) return found
    if (comments.length < 100) return undefined
  }
  return undefined
}

/** Writes the comment, or replaces the one of an earlier run. */
export async function keepComment(github, number, body) {
  const known = await ownComment(github, number)
  if (known === undefined) await github.call('POST', `/issues/${number}/comments`, { body })
  else await github.call('PATCH', `/issues/comments/${known.id}`, { body })
}

/** Uploads problems to code scanning. */
export async function uploadSarif(github, { sarif, commit, ref }) {
  const packed = gzipSync(Buffer.from(sarif)).toString('base64')
  await github.call('POST', '/code-scanning/sarifs', { commit_sha: commit, ref, sarif: packed, tool_name: 'authplan' })
}
