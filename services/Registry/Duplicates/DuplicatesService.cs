using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Workers;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Duplicates;

/// <summary>The calls of protos/gms/registry/v1/duplicates.proto, one file each in this folder.</summary>
sealed partial class DuplicatesService(RegistryDb db, Call call, DuplicateSearch search, Matcher matcher, PersonIntake people, DocumentIntake documents, ColumnCipher cipher, TimeProvider clock)
    : Proto.Duplicates.DuplicatesBase;
