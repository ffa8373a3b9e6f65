"""What the team does about answers: begin, take, end."""
