-- Drives the server through Neovim's own client, and writes down what came of each step.
-- Environment: FOLDER with the files, SETUP with the set-up from the page, ENCODING, RESULT to write to.
local folder, encoding = vim.env.FOLDER, vim.env.ENCODING
local steps = {}

local function step(name, run)
  local ok, detail = pcall(run)
  table.insert(steps, { name = name, ok = ok, detail = ok and (detail or '') or tostring(detail) })
end

local function finish()
  local file = assert(io.open(vim.env.RESULT, 'w'))
  file:write(vim.json and vim.json.encode(steps) or vim.fn.json_encode(steps))
  file:close()
  vim.cmd('qall!')
end

local function same(actual, expected)
  if not vim.deep_equal(actual, expected) then
    error('found ' .. vim.inspect(actual) .. ', expected ' .. vim.inspect(expected), 2)
  end
end

local function wait_for(what, ready)
  if not vim.wait(20000, ready, 20) then
    error('waited in vain for ' .. what, 2)
  end
end

-- ------------------------------------------------------------------------------------------------------- Starting

local config
if vim.lsp.config == nil then
  -- An older Neovim has neither function: what it is told is kept, and the client started with it by hand.
  vim.lsp.config = function(name, given)
    config = vim.tbl_extend('force', { name = name }, given)
  end
  vim.lsp.enable = function() end
end

local attached
local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = 'encounter'
  if config then
    attached = attached or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, attached)
  end
  return buffer
end

local function client()
  if attached then
    return vim.lsp.get_client_by_id(attached)
  end
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)({ name = 'encounter' })[1]
end

step('the set-up on the page is read', function()
  assert((loadstring or load)(vim.env.SETUP))()
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  capabilities.general = vim.tbl_extend('force', capabilities.general or {}, { positionEncodings = { encoding } })
  if config then
    config.capabilities = capabilities
    config.offset_encoding = encoding
    config.root_dir = folder
  else
    vim.lsp.config('encounter', { capabilities = capabilities })
  end
end)

local day, other
local function line(number, buffer)
  return vim.api.nvim_buf_get_lines(buffer or day, number, number + 1, false)[1]
end

local function line_of(piece, buffer)
  for i, text in ipairs(vim.api.nvim_buf_get_lines(buffer or day, 0, -1, false)) do
    if text:find(piece, 1, true) then
      return i - 1
    end
  end
  error('no ' .. piece .. ' in the text', 2)
end

local function found(rule, buffer)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer or day)) do
    if diagnostic.code == rule then
      return diagnostic
    end
  end
end

local function ask(method, params, buffer)
  local answers, failure = vim.lsp.buf_request_sync(buffer or day, method, params, 10000)
  assert(answers, failure)
  for _, answer in pairs(answers) do
    assert(not answer.error, vim.inspect(answer.error))
    return answer.result
  end
end

local function at(number, byte, buffer)
  local text = line(number, buffer):sub(1, byte)
  local character = #text
  if encoding == 'utf-16' then
    local _, units = vim.str_utfindex(text)
    character = units
  end
  local uri = vim.uri_from_bufnr(buffer or day)
  return { textDocument = { uri = uri }, position = { line = number, character = character } }
end

local function apply(edit)
  vim.lsp.util.apply_workspace_edit(edit, encoding)
end

-- ---------------------------------------------------------------------------------------------------------- Steps

step('findings come when a file is opened', function()
  other = open('other.encounter')
  day = open('day.encounter')
  wait_for('findings', function()
    return #vim.diagnostic.get(day) > 0
  end)
  same(client().offset_encoding, encoding)
  local finding = assert(found('missing-59'), vim.inspect(vim.diagnostic.get(day)))
  same(line(finding.lnum):sub(finding.col + 1, finding.end_col), '97110')
end)

step('they stand where they belong behind letters that are no ASCII', function()
  local finding = assert(found('syntax'), vim.inspect(vim.diagnostic.get(day)))
  same(line(finding.lnum):sub(finding.col + 1, finding.end_col), 'zzz')
end)

step('a hover says what a code is', function()
  local number = line_of('97150  group')
  local hover = ask('textDocument/hover', at(number, line(number):find('97150') + 1))
  assert(vim.inspect(hover.contents):find('97150'), vim.inspect(hover))
end)

step('the fix adds -59', function()
  local finding = found('missing-59')
  local params = at(finding.lnum, finding.col)
  params.range = { start = params.position, ['end'] = params.position }
  params.context = { diagnostics = {} }
  local actions = ask('textDocument/codeAction', params)
  for _, action in ipairs(actions) do
    if action.title == 'Add -59 to 97110' then
      apply(action.edit)
    end
  end
  same(line(finding.lnum), '  bill 97110-59-GP x1')
  wait_for('the finding to go', function()
    return not found('missing-59')
  end)
end)

step('suggestions come, and one is taken', function()
  local number = line_of('bill 97150')
  vim.api.nvim_buf_set_lines(day, number + 1, number + 1, false, { '  b' })
  local list = ask('textDocument/completion', at(number + 1, 3))
  local items = list.items or list
  assert(#items > 0, 'none came')
  for _, item in ipairs(items) do
    if item.label:find('^bill') then
      vim.lsp.util.apply_text_edits({ item.textEdit }, day, encoding)
      break
    end
  end
  assert(line(number + 1):find('^  bill'), line(number + 1))
  vim.api.nvim_buf_set_lines(day, number + 1, number + 2, false, {})
end)

step('the file is tidied', function()
  vim.api.nvim_buf_set_lines(day, 0, 1, false, { 'payer   medicare' })
  local params = { textDocument = { uri = vim.uri_from_bufnr(day) }, options = { tabSize = 2, insertSpaces = true } }
  vim.lsp.util.apply_text_edits(ask('textDocument/formatting', params), day, encoding)
  same(line(0), 'payer medicare')
end)

step('a clinician is renamed in all files', function()
  local number = line_of('clinician "Ren')
  local params = at(number, line(number):find('m, PT') - 1)
  params.newName = 'Zoë Öst, PT'
  apply(ask('textDocument/rename', params))
  same(line(number), 'clinician "Zoë Öst, PT" zzz')
  same(line(line_of('clinician', other), other), 'clinician "Zoë Öst, PT"')
end)

step('the outline names the patients', function()
  local symbols = ask('textDocument/documentSymbol', { textDocument = { uri = vim.uri_from_bufnr(day) } })
  assert(vim.inspect(symbols):find('patient 日本', 1, true) or vim.inspect(symbols):find('日本', 1, true), vim.inspect(symbols))
end)

step('the server ends when it is told to', function()
  local one = client()
  one.stop()
  wait_for('the end', function()
    return one.is_stopped()
  end)
end)

finish()
