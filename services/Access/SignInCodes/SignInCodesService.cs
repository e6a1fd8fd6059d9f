using Gms.Platform;
using Proto = Gms.Access.V1;

namespace Gms.Access.SignInCodes;

/// <summary>The calls of protos/gms/access/v1/sign_in_codes.proto, one file each in this folder.</summary>
sealed partial class SignInCodesService(AccessDb db, Call call, IPeers peers, WorkerCodes codes) : Proto.SignInCodes.SignInCodesBase;
