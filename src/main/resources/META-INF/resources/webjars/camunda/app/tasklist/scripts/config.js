import '../../../../webapps.js';
import '../../../../tasklist.js';
import '../../../../search.js';
import '../../../../days.js';
import '../../../../numbers.js';
import '../../../../mistakes.js';
import '../../../../rows.js';
import '../../../../sent.js';
import '../../../../drafts.js';

export default {
  app: { vendor: 'Common Ground', name: 'Tasklist' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../../../partnership-tab'],
  shortcuts: {}
};
