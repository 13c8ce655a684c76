//! What the written exhibition is held to: links, budgets, determinism, secrets, hostile text, style, words.

mod files;
mod hostile;
mod invented;
mod labels;
mod linked;
mod pages;
mod site;
mod style;
mod wall_search;
