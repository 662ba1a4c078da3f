"""Reading figures and dates: language packs as data and one engine for all languages."""
