// placeholder until the room moves in
