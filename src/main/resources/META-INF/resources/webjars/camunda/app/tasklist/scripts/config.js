import '../../../../webapps.js';
import '../../../../tasklist.js';

export default {
  app: { vendor: 'Common Ground', name: 'Tasklist' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  shortcuts: {}
};
