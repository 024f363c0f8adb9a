import { mount } from 'svelte'
import './lib/tokens.css'
import App from './App.svelte'

const target = document.getElementById('app') as HTMLElement
// The word that stood there until now.
target.replaceChildren()
mount(App, { target })
