using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

/// <summary>The calls of protos/gms/departure_orientation/v1/institutions.proto, one file each in this folder.</summary>
public sealed partial class InstitutionsService(DepartureOrientationDb db, Call call) : Proto.Institutions.InstitutionsBase;
