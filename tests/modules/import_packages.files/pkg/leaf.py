print("leaf runs")
value = 42
