import fc from 'fast-check'

// The same cases each time: a rare one that fails is to be found by whoever looks for it (`npm run fuzz`, or another seed here), not by the next change that has nothing to do with it.
fc.configureGlobal({ seed: 20_261_125 })
