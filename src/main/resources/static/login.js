// The log-in of another house drops what stands behind the number sign: which task the link was about. It is kept here meanwhile.
const there = document.querySelector('a[href^="/oauth2/"]');
if (there) {
  there.addEventListener('click', () => sessionStorage.setItem('asked', location.hash));
}
