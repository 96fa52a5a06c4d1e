const out = document.querySelector('#out');
out.hidden = false;
document.querySelector('[name=q]').addEventListener('input', event => {
  out.textContent = event.target.value;
});
