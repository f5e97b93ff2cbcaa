import '../../../../webapps.js';

export default {

  app: { vendor: 'Common Ground', name: 'Admin' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};
