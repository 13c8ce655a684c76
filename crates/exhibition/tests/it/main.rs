//! What the written exhibition is held to: links, budgets, determinism, secrets, hostile text, style, words.

mod files;
mod hostile;
mod invented;
mod labels;
mod linked;
mod pages;
mod panels;
mod rooms;
mod site;
mod style;
mod visits;
mod wall_search;
