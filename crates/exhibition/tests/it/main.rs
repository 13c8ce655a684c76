//! What the written exhibition is held to: links, budgets, determinism, secrets, hostile text, style, words.

mod banners;
mod browser;
mod data;
mod feeds;
mod files;
mod hostile;
mod iiif;
mod invented;
mod labels;
mod linked;
mod pages;
mod painted;
mod panels;
mod pictures;
mod reached;
mod rooms;
mod site;
mod style;
mod visits;
mod wall;
mod wall_search;
