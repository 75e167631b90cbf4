# machine.sh ROOM: as the first process of namespaces of its own (bin/drill's systemd), a copy of this machine that is
# thrown away, with a real systemd as process 1. Whatever it writes lies in memory, in ROOM.
set -e
room=$1
mount -t tmpfs drill "$room"
mkdir "$room/upper" "$room/work" "$room/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$room/upper,workdir=$room/work" "$room/root"
cd "$room/root"
mount -t proc proc proc
mount --rbind /sys sys
mount --rbind /dev dev
mount -t tmpfs drill run
mount -t tmpfs drill tmp
mkdir -p run/systemd/system run/lock
printf '[Unit]\nDescription=A machine for a drill\n' >run/systemd/system/drill.target
# Not chroot: a service could not have users of its own in one.
mkdir -p mnt/old
pivot_root . mnt/old
umount -l /mnt/old
exec env -i container=drill PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  /lib/systemd/systemd --system --unit=drill.target --show-status=0 --log-target=console
