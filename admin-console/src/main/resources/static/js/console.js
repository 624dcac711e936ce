// The few things that HTML and htmx leave open: dialogs, toasts, double clicks, hidden tabs.
(() => {
  'use strict'

  const TOAST_MILLIS = 6000

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-dialog]')
    if (opener) document.getElementById(opener.dataset.dialog).showModal()
    const closer = event.target.closest('[data-close]')
    if (closer) closer.closest('dialog').close()
    const dismiss = event.target.closest('[data-dismiss]')
    if (dismiss) dismiss.closest('.toast').remove()
    const row = event.target.closest('tr[data-href]')
    if (row && !event.target.closest('a, button, input, label')) location.assign(row.dataset.href)
  })

  // A form that the browser itself sends goes out once.
  document.addEventListener('submit', event => {
    const form = event.target
    if (!form.hasAttribute('data-once')) return
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
  })
  addEventListener('pageshow', () => document.querySelectorAll('[data-sent]').forEach(form => delete form.dataset.sent))

  // Nobody looks at a hidden tab, and an open dialog or a half-typed form must not be pulled away.
  document.addEventListener('htmx:beforeRequest', event => {
    const part = event.detail.elt
    if (!part.hasAttribute('data-poll')) return
    const busy = part.querySelector('dialog[open]') || part.querySelector('form:focus-within input:not([type=hidden])')
    if (document.hidden || busy || commanding(part)) event.preventDefault()
  })

  // A form whose command is under way must stay, or nobody would hear what came of it.
  const commanding = part => part.querySelector('form.htmx-request')

  // What somebody unfolded stays unfolded when its part reloads.
  const unfolded = new Set()
  document.addEventListener('toggle', event => {
    const name = event.target.dataset?.keep
    if (name) event.target.open ? unfolded.add(name) : unfolded.delete(name)
  }, true)
  document.addEventListener('htmx:afterSwap', () => {
    document.querySelectorAll('details[data-keep]').forEach(part => { part.open = unfolded.has(part.dataset.keep) })
  })

  const offline = document.getElementById('offline')
  const reachable = yes => { if (offline) offline.hidden = yes }
  document.addEventListener('htmx:sendError', () => reachable(false))
  document.addEventListener('htmx:afterOnLoad', () => reachable(true))

  const toasts = () => document.getElementById('toasts')
  const fade = () => {
    const toast = toasts()?.querySelector('.toast:not(.toast-refused):not(.toast-away)')
    if (toast) setTimeout(() => toast.remove(), TOAST_MILLIS)
  }
  fade()
  document.addEventListener('htmx:afterSettle', event => {
    if (event.detail.target?.id !== 'main' && event.target.id !== 'main') return
    fade()
    if (document.activeElement === document.body) {
      const wrong = document.querySelector('[aria-invalid=true]')
      const next = wrong || document.getElementById('main')
      next.focus({ preventScroll: !wrong })
    }
  })

  // A part that reloads itself keeps what it shows; whoever pressed a button sees the error page.
  document.addEventListener('htmx:beforeSwap', event => {
    const part = event.detail.requestConfig.elt
    if (part.hasAttribute('data-poll') && commanding(part)) event.detail.shouldSwap = false
    if (event.detail.xhr.status >= 400 && event.detail.xhr.status !== 401) {
      event.detail.shouldSwap = !part.hasAttribute('data-poll')
    }
  })
})()
