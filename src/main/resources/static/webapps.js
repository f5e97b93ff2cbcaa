// On a slow line the platform's loader would give up after seven seconds and leave a spinner for ever.
window.require.config({ waitSeconds: 0 });
