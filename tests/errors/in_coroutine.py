async def deep():
    raise ValueError("deep")

async def shallow():
    await deep()

shallow().send(None)
