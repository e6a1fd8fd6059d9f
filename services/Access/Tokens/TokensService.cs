using Gms.Platform;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tokens;

/// <summary>The calls of protos/gms/access/v1/tokens.proto, one file each in this folder.</summary>
sealed partial class TokensService(AccessDb db, Call call, KeyRing ring, RealTime clock) : Proto.Tokens.TokensBase;
