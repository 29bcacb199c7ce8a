// A terminal in which a person types: a program in tmux, keys, and what the screen shows.
import { spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

const patience = 60_000
let opened = 0

/** Starts a program in a terminal of its own; every call names it, so that two never meet. */
export function openScreen(name, command, { cwd, variables, rows = 40 }) {
  // A server that is still closing would take the next terminal with it: each has its own.
  opened += 1
  const server = ['-L', `authplan-${process.pid}-${name}-${opened}`, '-f', '/dev/null']
  // The search path of a command is that of the caller, whatever else is set.
  const env = { ...process.env, ...variables }
  const tmux = (...words) => spawnSync('tmux', [...server, ...words], { encoding: 'utf8', env }).stdout ?? ''
  const set = Object.entries(variables).flatMap(([key, value]) => ['-e', `${key}=${value}`])
  tmux('new-session', '-d', '-x', '140', '-y', String(rows), '-c', cwd, ...set, ...command)
  // A sequence of keys is told from one key by the time between them.
  tmux('set-option', '-s', 'escape-time', '0')
  const shown = () => tmux('capture-pane', '-p').replace(/\s+$/, '')
  return {
    shown,
    /** Types text as it stands. */
    type: (text) => tmux('send-keys', '-l', text),
    /** Presses keys by their names. */
    press: (...keys) => tmux('send-keys', ...keys),
    /** Waits until the screen shows something; whether it did. */
    async shows(pattern, most = patience) {
      for (const end = Date.now() + most; Date.now() < end; await pause(60)) if (pattern.test(shown())) return true
      return false
    },
    close: () => tmux('kill-server'),
  }
}
