"use strict";

const TEXTS = {
  en: {
    "activate-title": "Confirm your e-mail address",
    "activate-intro": "Press the button to confirm that the address is yours.",
    "activate-button": "Confirm the address",
    "activate-done": "Thank you: the address is confirmed.",
    "password-title": "Choose a password",
    "password-intro": "It takes the place of the one that you had.",
    "password-label": "New password",
    "again-label": "New password once more",
    "password-button": "Save the password",
    "password-done": "The password is saved: you can log in with it.",
    "no-tag": "This address is not complete: open the link of the e-mail once more.",
    "no-password": "Choose a password.",
    "not-the-same": "You have typed two different passwords.",
    "not-good": "This link is not good, or no longer: it may have been used already. Ask for another one.",
    "later": "That is not possible just now. Try again in a moment.",
  },
  it: {
    "activate-title": "Conferma il tuo indirizzo e-mail",
    "activate-intro": "Premi il pulsante per confermare che l'indirizzo è tuo.",
    "activate-button": "Conferma l'indirizzo",
    "activate-done": "Grazie: l'indirizzo è confermato.",
    "password-title": "Scegli una password",
    "password-intro": "Prende il posto di quella che avevi.",
    "password-label": "Nuova password",
    "again-label": "Ripeti la nuova password",
    "password-button": "Salva la password",
    "password-done": "La password è salvata: ora puoi usarla per accedere.",
    "no-tag": "Questo indirizzo non è completo: apri di nuovo il link dell'e-mail.",
    "no-password": "Scegli una password.",
    "not-the-same": "Hai scritto due password diverse.",
    "not-good": "Questo link non è valido, o non lo è più: forse è già stato usato. Chiedine un altro.",
    "later": "Ora non è possibile. Riprova tra poco.",
  },
};

const query = new URLSearchParams(location.search);
const wished = [query.get("language"), ...navigator.languages].filter(Boolean).map((tag) => tag.slice(0, 2).toLowerCase());
const language = wished.find((one) => one in TEXTS) ?? "en";
const text = (key) => TEXTS[language][key];
const form = document.getElementById("form");
const message = document.getElementById("message");

document.documentElement.lang = language;
document.querySelectorAll("[data-text]").forEach((place) => { place.textContent = text(place.dataset.text); });

function tell(words, field) {
  message.textContent = words;
  (field ?? message).focus();
}

/** The body of the call; null when something is missing, which is told. */
function body() {
  const tag = query.get("tag");
  const [password, again] = ["password", "again"].map((id) => document.getElementById(id));
  if (!tag) {
    return tell(text("no-tag"));
  }
  if (!password) {
    return { tag };
  }
  if (!password.value.trim()) {
    return tell(text("no-password"), password);
  }
  if (password.value !== again.value) {
    return tell(text("not-the-same"), again);
  }
  return { tag, password: password.value };
}

/** What the API says of a field is told as it is, what it says of the link in the reader's words. */
async function refusal(answer) {
  if (answer.status !== 400 && answer.status !== 422) {
    return text("later");
  }
  const holder = (await answer.json()).errorHolders?.[0];
  return holder?.extraFields?.field === "password" ? holder.error : text("not-good");
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const sent = body();
  if (!sent) {
    return;
  }
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const answer = await fetch(form.dataset.operation, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      credentials: "omit",
      body: JSON.stringify(sent),
    });
    if (answer.ok) {
      form.hidden = true;
      tell(text(form.dataset.done));
    } else {
      tell(await refusal(answer));
    }
  } catch (failure) {
    tell(text("later"));
  } finally {
    button.disabled = false;
  }
});
