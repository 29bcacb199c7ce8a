// Starts the authplan of the project as a language server; everything else it does is in the server.
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { commands, window, workspace } = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')
const { serverOf } = require('./server.js')

let client

async function start() {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath
  if (folder === undefined) return
  const server = serverOf(folder, workspace.getConfiguration('authplan').get('command', []), existsSync, join)
  if (server === undefined) {
    window.showWarningMessage(
      'authplan is not installed in this project: npm install --save-dev authplan vscode-languageserver',
    )
    return
  }
  const run = { ...server, options: { cwd: folder } }
  client = new LanguageClient(
    'authplan',
    'authplan',
    { run, debug: run },
    {
      documentSelector: ['yaml', 'json', 'feature', 'cucumber'].map((language) => ({ scheme: 'file', language })),
      synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*.{yaml,yml,json,csv,jsonl,feature}') },
      middleware: { executeCommand: showAnswer },
    },
  )
  await client.start()
}

/** What a lens asks for is shown where the server logs it. */
async function showAnswer(command, words, next) {
  const answer = await next(command, words)
  client?.outputChannel.show(true)
  return answer
}

exports.activate = async (context) => {
  context.subscriptions.push(
    commands.registerCommand('authplan.restart', async () => {
      await client?.stop()
      await start()
    }),
  )
  await start()
}

exports.deactivate = () => client?.stop()
