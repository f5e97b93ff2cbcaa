import '../../../../webapps.js';

export default {

  app: { vendor: 'Common Ground', name: 'Cockpit' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};
