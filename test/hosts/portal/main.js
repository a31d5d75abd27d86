// The shared React may be another host's copy: it is there a moment later, as with every federated host.
void import('host-page')
