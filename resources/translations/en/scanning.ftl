# Camera, images and codes
scanning-file-too-large = “{ $file }” is too large. Use an image under 64 MB.
scanning-no-file = The file { $file } was not found. Check the path and try again.
scanning-not-an-image = “{ $file }” is not an image or PDF that can be read. Use a JPG or PNG photo, or a PDF.
scanning-not-a-video = “{ $file }” is not a video that can be read. Use an MP4 or AVI file.
scanning-no-images = There are no images in { $file }. Choose a folder with JPG or PNG photos.
scanning-no-source = The camera or file “{ $source }” was not found. Plug it in and choose it again from the list.
scanning-camera-none = There is no camera. Connect one and it will be used by itself; meanwhile use the scanner or type.
scanning-camera-missing = Camera “{ $source }” is not connected. Connect it and it will be used by itself, or choose another one under “Camera…”.
scanning-camera-busy = Camera “{ $source }” can't be used. Close other programs that use it (Zoom, Teams, the Camera app); it will be tried again by itself.
scanning-camera-lost = Camera “{ $source }” stopped sending pictures. Check the cable; it will be opened again by itself. Meanwhile you can type or search.
scanning-camera-silent = Camera “{ $source }” does not answer. Unplug it and plug it in again; meanwhile you can type or search.
scanning-camera-frozen = The picture of “{ $source }” is frozen. It is being opened again; if that does not help, unplug it and plug it in again.
scanning-camera-black = The picture of “{ $source }” is black. Open the camera's cover or turn on more light.
scanning-camera-slept = The computer was asleep. Camera “{ $source }” is being opened again.
scanning-camera-unreachable = The camera at { $source } does not answer. Check that the phone is on the same network and that the address is right; it will be tried again by itself.
scanning-camera-cut = The camera at { $source } stopped sending pictures. Check that the phone is still on, with its app open and on the same network.
scanning-no-video-written = The video { $file } could not be written. Check the folder and the disk space.
