print("planc")
