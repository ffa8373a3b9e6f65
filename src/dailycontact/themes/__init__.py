"""What the answers are about: themes, as the team reads them."""
