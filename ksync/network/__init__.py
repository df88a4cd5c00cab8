"""The network guard: on which networks an account may talk to its server.

``rules``     what is allowed (settings and policy become these)
``evidence``  what is known about the way to one address
``decide``    the decision: a pure function over the two; ``table`` is its table as data

No evidence, no traffic: whatever is unknown, failed or late denies.
"""
