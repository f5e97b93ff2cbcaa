import '../../../../webapps.js';

export default {

  app: { vendor: 'Common Ground', name: 'Welcome' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};
