const names = ['box-label', 'id-from-label', 'question', 'no-merging-gateway', 'partner-left', 'way-out'];

module.exports = {
  configs: { all: { rules: Object.fromEntries(names.map(name => [name, 'error'])) } },
  rules: Object.fromEntries(names.map(name => [name, `./rules/${name}`]))
};
