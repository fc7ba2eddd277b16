"""From a Chinese government report to a site: report → sections → indicators → charts → site."""
