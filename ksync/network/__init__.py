"""The network guard: on which networks an account may talk to its server.

``rules``     what is allowed (settings and policy become these)
``evidence``  what is known about the way to one address
``table``     the decision: a pure function over the two, with its table as data

No evidence, no traffic: whatever is unknown, failed or late denies.
"""
