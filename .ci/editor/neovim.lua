-- What a person does in Neovim with the documented configuration; every result is printed as one line.
local function check(what, holds, seen)
  io.stdout:write((holds and 'ok     ' or 'FAILED ') .. ' Neovim ' .. what .. '\n')
  if not holds and seen ~= nil then io.stdout:write((vim.inspect(seen):gsub('%s+', ' ')) .. '\n') end
end

local patience = 60000
local function wait(condition) return vim.wait(patience, function() return condition() and true or false end, 30) end

local function open(file)
  vim.cmd.edit(file)
  local buffer = vim.api.nvim_get_current_buf()
  wait(function()
    local client = vim.lsp.get_clients({ bufnr = buffer, name = 'authplan' })[1]
    return client ~= nil and client.initialized
  end)
  return buffer
end

local function lineOf(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(words, 1, true)
    if at then return number, at - 1, line end
  end
  error('not in the file: ' .. words)
end

local function cursorTo(words, offset)
  local number, column = lineOf(words)
  vim.api.nvim_win_set_cursor(0, { number, column + (offset or 0) })
end

local function replace(from, to)
  local number, _, line = lineOf(from)
  local first, last = line:find(from, 1, true)
  vim.api.nvim_buf_set_lines(0, number - 1, number, false, { line:sub(1, first - 1) .. to .. line:sub(last + 1) })
end

local function errors(buffer) return vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR }) end

local function ask(method, extra)
  local client = vim.lsp.get_clients({ bufnr = 0, name = 'authplan' })[1]
  local where = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, client.offset_encoding), extra or {})
  local answer = client:request_sync(method, where, patience, 0)
  return answer and answer.result or nil
end

local tenant = vim.fn.fnamemodify('scenarios/our-tenant.yaml', ':p')
local feature = vim.fn.fnamemodify('features/reading-mail.feature', ':p')

local function inTenant()
  local buffer = open(tenant)
  check('starts the server for a tenant file', #vim.lsp.get_clients({ bufnr = buffer, name = 'authplan' }) == 1)
  replace('authenticationType: managed', 'authenticationType: manged')
  check('shows an error', wait(function() return #errors(buffer) > 0 end), vim.diagnostic.get(buffer))
  check('shows its code and help', (errors(buffer)[1] or {}).code == 'SHAPE-3', errors(buffer))
  cursorTo('manged', 1)
  vim.lsp.buf.code_action({ apply = true })
  check('applies the quick fix', wait(function() return pcall(lineOf, 'authenticationType: managed') end))
  check('shows nothing once it is right', wait(function() return #errors(buffer) == 0 end), errors(buffer))
  cursorTo('authenticationType', 2)
  vim.lsp.buf.hover()
  local shown = ''
  wait(function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), ' ')
      end
    end
    return shown ~= ''
  end)
  check('shows what a key means', shown:find('federated', 1, true) ~= nil, shown)
  vim.cmd('silent! fclose!')
  cursorTo('managedSignIn: ', 15)
  local offered = vim.tbl_map(function(item) return item.label end, ask('textDocument/completion') or {})
  check('offers values', vim.tbl_contains(offered, 'pass-through'), offered)
  local symbols = vim.tbl_map(function(one) return one.name end, ask('textDocument/documentSymbol') or {})
  check('has an outline', vim.tbl_contains(symbols, 'users'), symbols)
end

local function inFeature()
  local buffer = open(feature)
  check('starts the server for a feature', #vim.lsp.get_clients({ bufnr = buffer, name = 'authplan' }) == 1)
  check('shows the credential beside a sign-in', wait(function() return #vim.lsp.inlay_hint.get({ bufnr = buffer }) > 0 end))
  local lenses = ask('textDocument/codeLens') or {}
  local titles = vim.tbl_map(function(lens) return lens.command and lens.command.title end, lenses)
  check('has lenses', vim.tbl_contains(titles, 'Run this scenario') and vim.tbl_contains(titles, 'Explain'), titles)
  local client = vim.lsp.get_clients({ bufnr = buffer, name = 'authplan' })[1]
  for _, lens in ipairs(lenses) do
    if lens.command.title == 'Run this scenario' then
      local answer = client:request_sync('workspace/executeCommand', { command = lens.command.command, arguments = lens.command.arguments }, patience, 0)
      check('runs a scenario', vim.inspect(answer):find('passed', 1, true) ~= nil, answer)
      break
    end
  end
  cursorTo('When Alex', 6)
  vim.lsp.buf.definition()
  check('goes to the definition of a name', wait(function() return vim.api.nvim_buf_get_name(0) == tenant end), vim.api.nvim_buf_get_name(0))
  check('and to its line', vim.api.nvim_get_current_line():find('alex', 1, true) ~= nil, vim.api.nvim_get_current_line())
  cursorTo('displayName: Alex', 14)
  vim.lsp.buf.references()
  check('lists references', wait(function() return #vim.fn.getqflist() > 2 end), vim.fn.getqflist())
  vim.cmd.cclose()
  vim.cmd.drop(tenant)
  cursorTo('displayName: Alex', 14)
  vim.lsp.buf.rename('Kim')
  check('renames a person in the tenant', wait(function() return pcall(lineOf, 'displayName: Kim') end))
  vim.cmd.drop(feature)
  check('and in the features', wait(function() return pcall(lineOf, 'When Kim uses') end))
  check('has no error after the rename', wait(function() return #errors(0) == 0 end), errors(0))
  replace('the required credential', 'the requird credential')
  check('shows an unknown step', wait(function() return #errors(0) > 0 end))
end

for _, part in ipairs({ inTenant, inFeature }) do
  local done, problem = pcall(part)
  check('goes through all of it', done, problem)
end
vim.cmd('qall!')
