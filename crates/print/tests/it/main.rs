//! Setting and printing, with real fonts and real readers of PDF.

mod reading;
mod sheets;
