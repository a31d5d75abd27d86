import json,sys,collections
p=json.load(open(sys.argv[1]))
nodes={n['id']:n for n in p['nodes']}
self=collections.Counter()
for s,d in zip(p['samples'],p['timeDeltas']):
    n=nodes[s]['callFrame']; self[(n['functionName'],n['url'].split('/')[-1],n['lineNumber'])]+=d
tot=sum(self.values())
for k,v in self.most_common(28): print(f"{v/1000:8.0f} ms {v/tot*100:5.1f}%  {k}")
